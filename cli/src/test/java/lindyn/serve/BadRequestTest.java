package lindyn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lindyn.folder.Column;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake has its answer, and the server goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestTest {

  private static final int MOST_BYTES = 20_000;

  private static final String ZEROS = "0, ".repeat(ServedModel.INPUTS - 1) + "0";

  private ServedModel served;

  @BeforeAll
  void serve() {
    served = ServedModel.with(ServedModel.settings().withMostBytes(MOST_BYTES));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @AfterEach
  void aGoodRequestStillWorks() {
    assertEquals(200, served.post("/predict", "{\"motion\": [[" + ZEROS + "]]}").status());
    assertEquals("", served.defects());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | the body is empty",
        "'  '                            | the body is empty",
        "hello                           | not JSON",
        "{\"motion\": [[0, 0             | ends too early",
        "{\"motion\": [] } {}            | more behind",
        "{\"motion\": [] } nonsense      | not JSON",
        "[1, 2]                          | the body is an array, expected an object",
        "12                              | the body is 12",
        "null                            | the body is null",
        "{}                              | expected motion",
        "{\"motion\": [], \"motion\": []}| Duplicate field 'motion'",
        "{\"motion\": [], \"motions\": []}| found both",
        "{\"motoin\": []}                | there is no member \"motoin\"",
        "{\"motion\": 3}                 | motion is 3, expected an array",
        "{\"motion\": {}}                | motion is an object, expected an array",
        "{\"motion\": [7]}               | motion[0] is 7, expected an array of 11 numbers",
        "{\"motion\": [[Z], [0, 1]]}     | motion[1] has 2 numbers, expected 11",
        "{\"motion\": [[Z, 0]]}          | motion[0] has 12 numbers, expected 11",
        "{\"motion\": [[0, \"1\"]]}      | motion[0][1] is the string \"1\", expected a number",
        "{\"motion\": [[0, null]]}       | motion[0][1] is null, expected a number",
        "{\"motion\": [[0, [1]]]}        | motion[0][1] is an array, expected a number",
        "{\"motion\": [[0, 0, NaN]]}     | motion[0][2] is NaN, expected a number within",
        "{\"motion\": [[-Infinity]]}     | motion[0][0] is -Infinity, expected a number within",
        "{\"motion\": [[1e39]]}          | motion[0][0] is 1e39, expected a number within",
        "{\"motion\": [[-1e999]]}        | motion[0][0] is -1e999, expected a number within",
        "{\"motion\": [[01]]}            | not JSON",
        "{\"motions\": [[], [[Z], [1]]]} | motions[1][1] has 1 numbers, expected 11",
        "{\"motions\": [[[Z]], 3]}       | motions[1] is 3, expected an array",
        "{\"torqueUnit\": \"Nm\"}        | torqueUnit is \"Nm\", the model's torques are in N·m",
        "{\"torqueUnit\": 1}             | torqueUnit is 1, expected a string",
        "{\"inputs\": [\"q\"]}           | inputs has 1 names, the model has 11",
        "{\"inputs\": [1]}               | inputs[0] is 1, expected a string"
      })
  void aBadPredictionIsRefused(String body, String error) {
    var reply = served.post("/predict", body.replace("Z", ZEROS));

    assertEquals(400, reply.status());
    assertTrue(reply.error().contains(error), reply.error());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"input\": [Z]}                                     | robot is missing",
        "{\"robot\": \" \", \"reset\": true}                  | robot is missing",
        "{\"robot\": 3, \"reset\": true}                      | robot is 3, expected a string",
        "{\"robot\": \"a\"}                                   | expected an input",
        "{\"robot\": \"a\", \"reset\": false}                 | expected an input",
        "{\"robot\": \"a\", \"reset\": 1}                     | reset is 1, expected true or false",
        "{\"robot\": \"a\", \"input\": [0]}                   | input has 1 numbers, expected 11",
        "{\"robot\": \"a\", \"input\": [0, NaN]}              | input[1] is NaN",
        "{\"robot\": \"a\", \"input\": \"0\"}                 | input is the string \"0\"",
        "{\"robot\": \"a\", \"input\": [Z], \"inputs\": []}   | inputs has 0 names",
        "{\"robot\": \"a\", \"remove\": true, \"reset\": true}| removed without",
        "{\"robot\": \"a\", \"motion\": []}                   | there is no member \"motion\""
      })
  void aBadStepIsRefused(String body, String error) {
    var reply = served.post("/step", body.replace("Z", ZEROS));

    assertEquals(400, reply.status());
    assertTrue(reply.error().contains(error), reply.error());
    assertEquals("[]", served.get("/health").json().get("robots").toString());
  }

  @Test
  void inputsInAnotherOrderAreRefusedByName() {
    List<String> names = new ArrayList<>(Column.inputNames(served.model().signals()));
    Collections.swap(names, 0, 4);

    var reply = served.post("/predict", "{\"inputs\": [\"" + String.join("\", \"", names) + "\"]}");

    assertEquals(400, reply.status());
    assertEquals(
        "inputs[0] is \"qd.joint1\", the model has \"q.joint0\" there;"
            + " it has the same names in another order",
        reply.error());
  }

  @Test
  void deepNestingIsRefused() {
    var reply = served.post("/predict", "{\"motion\": " + "[".repeat(9_000));

    assertEquals(400, reply.status());
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] body = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

    var reply =
        served.send(served.request("/step").POST(HttpRequest.BodyPublishers.ofByteArray(body)));

    assertEquals(400, reply.status());
  }

  @Test
  void aLongNumberIsRefused() {
    var reply = served.post("/predict", "{\"motion\": [[" + "1".repeat(5_000) + "]]}");

    assertEquals(400, reply.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/predict/", "/health/more", "/step%2Farm", "/favicon.ico"})
  void anUnknownPathIsNotFound(String path) {
    var reply = served.get(path);

    assertEquals(404, reply.status());
    assertTrue(reply.error().contains("/health"), reply.error());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /predict, POST",
    "DELETE, /step, POST",
    "PUT, /step, POST",
    "POST, /health, GET"
  })
  void anotherMethodIsNotAllowed(String method, String path, String allowed) {
    var reply =
        served.send(served.request(path).method(method, HttpRequest.BodyPublishers.ofString("{}")));

    assertEquals(405, reply.status());
    assertEquals(allowed, reply.allow());
  }

  @Test
  void pagesAreForbidden() {
    var reply = served.send(served.request("/health").header("Origin", "http://localhost").GET());

    assertEquals(403, reply.status());
  }
}
