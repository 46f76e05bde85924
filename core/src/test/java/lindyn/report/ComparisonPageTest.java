package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.Signals;
import lindyn.eval.Calibration;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ComparisonPageTest {

  private static final Signals SIGNALS =
      new Signals(List.of("shoulder", "elbow"), List.of(), "N·m", 0.01);
  private static final ComparedModel GP = model("gp", 2000, 0.04, 12.5, 3.75, 56_000);
  private static final ComparedModel LSTM = model("lstm", 13_543, 0.02, 7.25, 1.5, 9306);
  private static final ComparedModel MEAN = model("mean", 13_543, 1.045, 0.125, 0.0625, 2);

  /** Errors of 4 (N·m)², and nMSE as said. */
  private static ComparedModel model(
      String name, long samples, double nmse, double seconds, double micros, long numbers) {
    var joint = new JointError(4, nmse, 0.5);
    return new ComparedModel(
        name,
        name + " in words",
        samples,
        new TorqueErrors(List.of(joint, joint), 4016),
        name.equals("gp") ? Optional.of(new Calibration(-0.25, 0.9)) : Optional.empty(),
        seconds,
        micros,
        numbers);
  }

  private static Document page(ComparedModel... models) {
    var facts = List.of(new Fact("Seed", "1"));
    return Xml.parse(
        ComparisonPage.html(new ModelComparison("runs/a", facts, SIGNALS, List.of(models))));
  }

  private static List<List<String>> rows(Document page) {
    List<List<String>> rows = new ArrayList<>();
    NodeList found = page.getElementsByTagName("tr");
    for (int i = 0; i < found.getLength(); i++) {
      List<String> cells = new ArrayList<>();
      NodeList children = found.item(i).getChildNodes();
      for (int j = 0; j < children.getLength(); j++) {
        if (children.item(j) instanceof Element cell) {
          cells.add(cell.getTextContent());
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void everyNumberStandsBelowItsName() {
    List<List<String>> rows = rows(page(GP, LSTM));

    assertEquals(
        List.of(
            "model",
            "samples",
            "nMSE",
            "RMSE, N·m",
            "NLPD",
            "in 95 %",
            "training, s",
            "prediction, µs",
            "numbers"),
        rows.get(0));
    assertEquals(
        List.of("gp", "2,000", "0.040", "2.00", "−0.250", "0.900", "12.5", "3.75", "56,000"),
        rows.get(1));
    assertEquals(
        List.of("lstm", "13,543", "0.020", "2.00", "", "", "7.25", "1.50", "9,306"), rows.get(2));
  }

  @Test
  void theLeastErrorIsMarked() {
    assertEquals("0.020", Xml.text(page(GP, LSTM, MEAN), "td", "best"));
  }

  @Test
  void aModelNoBetterThanAConstantIsInTheTableAlone() {
    Document page = page(LSTM, MEAN);

    assertEquals("1.045", rows(page).get(2).get(2));
    String chart = page.getElementsByTagName("svg").item(0).getTextContent();
    assertTrue(chart.contains("lstm"), chart);
    assertFalse(chart.contains("1.045"), chart);
  }

  @Test
  void aChartWithoutModelsIsStillOne() {
    assertEquals(2, page(MEAN).getElementsByTagName("svg").getLength());
  }

  @Test
  void saysWhatTheModelsAreAndWhatWasChosen() {
    String text = page(GP, LSTM).getDocumentElement().getTextContent();

    assertTrue(text.contains("gp in words"), text);
    assertTrue(text.contains("Seed"), text);
    assertTrue(text.contains("tested on 4,016 samples"), text);
  }
}
