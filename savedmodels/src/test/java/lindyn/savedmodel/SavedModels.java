package lindyn.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lindyn.JointSeries;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;

/** Folders of random models. */
public final class SavedModels {

  /**
   * Part of the torque range by which two runtimes may differ: they compute in float32, in another
   * order and with other approximations of tanh.
   */
  private static final double TOLERANCE = 1e-5;

  private SavedModels() {}

  /**
   * Both cells, one to three layers, with read-out or none, both histories, with and without base.
   */
  public static Stream<LstmConfig> configurations() {
    List<LstmConfig> all = new ArrayList<>();
    for (LstmConfig.Cell cell : LstmConfig.Cell.values()) {
      for (LstmConfig.ReadOut readOut : LstmConfig.ReadOut.values()) {
        for (int layers = 1; layers <= 3; layers++) {
          all.add(RandomModels.config(cell, readOut, layers, new History.Window(7)));
          all.add(RandomModels.config(cell, readOut, layers, new History.Stream(10, layers - 1)));
        }
      }
    }
    all.add(LstmConfig.RECOMMENDED);
    all.add(LstmConfig.RECOMMENDED.withHistory(new History.Window(7)));
    return all.stream();
  }

  /** Writes a model, with baselines of random trajectories. */
  static void write(TrainedLstm model, Path folder) {
    SavedModelExporter.write(
        model, RandomModels.baselines(model.signals()), Rehearsal.NONE, folder);
  }

  /** Checks that torques differ by less than the tolerance. */
  public static void assertClose(JointSeries expected, JointSeries actual) {
    assertEquals(expected.timeSteps(), actual.timeSteps());
    assertEquals(expected.joints(), actual.joints());
    float[] a = expected.toArray();
    float[] b = actual.toArray();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      low = Math.min(low, a[i]);
      high = Math.max(high, a[i]);
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
    }
    // One sample alone spans no range between time steps, but does between joints.
    double allowed = TOLERANCE * Math.max(0, high - low);
    assertTrue(difference <= allowed, "differ by " + difference + ", allowed are " + allowed);
  }
}
