package lindyn.lstm.graph;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.LstmConfig.ReadOut;

/** Two trajectories, networks that learn from them, and a batch of four sequences. */
final class FourSequences {

  static final int JOINTS = RandomSamples.JOINTS;
  static final int INPUTS = RandomSamples.INPUTS;
  static final double LEARNING_RATE = 0.2;
  static final double ACCUMULATOR = 0.1;

  static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED
          .withBase(Base.NONE)
          .withHiddenUnits(3)
          .withHistory(new History.Stream(6, 2));
  static final LstmConfig WINDOW =
      LstmConfig.PAPER.withHiddenUnits(3).withHistory(new History.Window(5));

  /** Rows 0 to 3 and 4 to 12. */
  static final SampleMatrix TRAIN = RandomSamples.of(4, 9);

  /** Ends and starts of four sequences: the first three begin before their trajectory does. */
  static final int[] ENDS = {0, 4, 6, 12};

  static final int[] STARTS = {0, 4, 4, 4};

  static Stream<LstmConfig> configs() {
    return Stream.of(
        STREAM,
        STREAM.withCell(Cell.SIGMOID).withLayers(2),
        WINDOW,
        WINDOW.withCell(Cell.TANH).withReadOut(ReadOut.LINEAR));
  }

  private FourSequences() {}

  static List<Sequence> batch(LstmConfig config) {
    return IntStream.range(0, 4)
        .mapToObj(b -> Sequence.of(ENDS[b], STARTS[b], config.history()))
        .toList();
  }

  static TrainingSession session(LstmConfig config, SampleMatrix validation) {
    return new TrainingSession(config, settings(1), TRAIN, validation);
  }

  static TrainingSession.Settings settings(long seed) {
    return new TrainingSession.Settings(
        new UpdateRule(new Adagrad(LEARNING_RATE, ACCUMULATOR)), 4, Device.ONE_THREAD, seed);
  }

  static UnrolledBatch sizes(LstmConfig config) {
    return UnrolledBatch.of("reference", config.shape(INPUTS, JOINTS), config, 4);
  }

  /** Scored steps of each sequence that lie before its trajectory. */
  static int[] beforeTheStart(LstmConfig config) {
    return IntStream.range(0, 4)
        .map(b -> Math.max(0, config.history().scoredSteps() - (ENDS[b] - STARTS[b] + 1)))
        .toArray();
  }

  /** The rows of the sequences from a step on, shape {@code [steps, batch, columns]}. */
  static float[][][] rows(float[] matrix, int columns, UnrolledBatch sizes, int firstStep) {
    float[][][] rows = new float[sizes.timeSteps() - firstStep][4][columns];
    for (int t = firstStep; t < sizes.timeSteps(); t++) {
      for (int b = 0; b < 4; b++) {
        int row = ENDS[b] - (sizes.timeSteps() - 1 - t);
        int first = Math.max(row, STARTS[b]);
        System.arraycopy(matrix, first * columns, rows[t - firstStep][b], 0, columns);
      }
    }
    return rows;
  }

  static float[] inputs(SampleMatrix samples) {
    float[] all = new float[samples.rows() * INPUTS];
    for (int row = 0; row < samples.rows(); row++) {
      samples.copyInputs(row, all, row * INPUTS);
    }
    return all;
  }

  static float[] targets(SampleMatrix samples) {
    float[] all = new float[samples.rows() * JOINTS];
    for (int row = 0; row < samples.rows(); row++) {
      samples.copyTargets(row, all, row * JOINTS);
    }
    return all;
  }
}
