package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import lindyn.Motion;
import lindyn.data.History;
import lindyn.folder.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictOverHttpTest {

  static Stream<History> histories() {
    return Stream.of(new History.Stream(20, 5), new History.Window(7));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void hasTheTorquesOfTheModel(History history) {
    try (ServedModel served = ServedModel.of(history)) {
      Motion motion = MotionJson.motion(150, 1);

      var reply = served.post("/predict", "{\"motion\": " + MotionJson.rows(motion) + "}");

      assertEquals(200, reply.status());
      assertArrayEquals(MotionJson.rows(served.model().predict(motion)), reply.tau());
    }
  }

  @Test
  void nestsTheTorquesAsTheMotions() {
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      Motion one = MotionJson.motion(3, 1);
      Motion other = MotionJson.motion(70, 2);
      String motions = MotionJson.rows(one) + ", [], " + MotionJson.rows(other);

      var reply = served.post("/predict", "{\"motions\": [" + motions + "]}");

      assertEquals(3, reply.json().path("tau").size());
      assertArrayEquals(MotionJson.rows(served.model().predict(one)), tau(reply, 0));
      assertEquals(0, tau(reply, 1).length);
      assertArrayEquals(MotionJson.rows(served.model().predict(other)), tau(reply, 2));
    }
  }

  private static float[][] tau(ServedModel.Reply reply, int motion) {
    return ServedModel.Reply.rows(reply.json().path("tau").get(motion));
  }

  @Test
  void acceptsTheModelsOwnNamesAndUnit() throws Exception {
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      var facts = served.get("/health").json();
      String text =
          "{\"inputs\": " + facts.get("inputs") + ", \"torqueUnit\": " + facts.get("torqueUnit");

      var reply =
          served.post(
              "/predict", text + ", \"motion\": " + MotionJson.rows(MotionJson.motion(2, 1)) + "}");

      assertEquals(200, reply.status(), reply.error());
    }
  }

  @Test
  void tellsWhatTheModelReads() throws Exception {
    try (ServedModel served = ServedModel.with(ServedModel.settings())) {
      var signals = served.model().signals();

      var facts = served.get("/health").json();

      assertEquals("ok", facts.path("status").asText());
      assertEquals(signals.jointNames(), texts(facts.get("joints").toString()));
      assertEquals(Column.inputNames(signals), texts(facts.get("inputs").toString()));
      assertEquals("rad/s²", facts.path("inputUnits").path(6).asText());
      assertEquals("N·m", facts.path("torqueUnit").asText());
      assertEquals(0.01, facts.path("samplePeriod").asDouble());
    }
  }

  private static List<?> texts(String json) throws Exception {
    return new ObjectMapper().readValue(json, List.class);
  }
}
