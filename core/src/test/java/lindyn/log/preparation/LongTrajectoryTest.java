package lindyn.log.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import org.junit.jupiter.api.Test;

/** A trajectory beyond the heap, in a Java with a small one. */
class LongTrajectoryTest {

  @Test
  void isNamedWithWhatToDo() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx24m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Preparation.class.getName()))
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("long.csv: trajectory \"7\" does not fit into memory"), said);
    assertTrue(said.contains("-Xmx") && said.contains("cut it"), said);
  }

  /** What the small Java runs. */
  static final class Preparation {

    private static final int ROWS = 10_000_000;

    public static void main(String[] arguments) {
      var by = new Differentiation.ZeroPhaseButterworth(10);
      RowSink sink =
          PreparedRows.before(
              new CollectedRows(),
              new InputFile(Path.of("long.csv")),
              new IrregularTimes.Keep(),
              new RowShape(1, new Derivatives(by, by), 1));
      try {
        sink.begin("7");
        for (int row = 0; row < ROWS; row++) {
          sink.add(row * 0.001, new float[2]);
        }
      } catch (InputException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
