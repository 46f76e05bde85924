package lindyn.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.data.Standardizer;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.TrainingSession;

/**
 * A training for Lindyn and its peers: the same samples, initial weights and batches for all.
 *
 * @param job the sizes
 * @param joints columns of torques; those of the inputs are before them
 * @param samples shape {@code [samples, inputs + joints]}
 * @param weights the initial weights
 * @param firstRows where the sequences of all batches begin; one batch more than there are updates,
 *     for the last loss
 */
record PeerProblem(
    PeerJob job, int joints, FloatMatrix samples, LstmWeights weights, List<Integer> firstRows) {

  PeerProblem {
    firstRows = List.copyOf(firstRows);
  }

  /** Takes sequences of a log in random order, epoch by epoch, and Lindyn's initial weights. */
  static PeerProblem draw(PeerJob job, LogData log) {
    List<Trajectory> trajectories = log.trajectories();
    SampleMatrix samples =
        SampleMatrix.of(
            trajectories,
            Standardizer.zScore(
                trajectories.stream().map(each -> each.motion().inputSeries()).toList()),
            Standardizer.zScore(trajectories.stream().map(Trajectory::tau).toList()));
    FloatMatrix rows = rows(samples);
    int joints = samples.targetColumns();
    return new PeerProblem(
        job, joints, rows, initialWeights(job, joints, rows), firstRows(job, samples));
  }

  private static FloatMatrix rows(SampleMatrix samples) {
    int columns = samples.inputColumns() + samples.targetColumns();
    float[] numbers = new float[samples.rows() * columns];
    for (int row = 0; row < samples.rows(); row++) {
      samples.copyInputs(row, numbers, row * columns);
      samples.copyTargets(row, numbers, row * columns + samples.inputColumns());
    }
    return FloatMatrix.of(samples.rows(), columns, numbers);
  }

  private static LstmWeights initialWeights(PeerJob job, int joints, FloatMatrix rows) {
    SampleMatrix samples = matrix(joints, rows);
    try (var session = new TrainingSession(job.network(), job.settings(1), samples, samples)) {
      return session.weights();
    }
  }

  private static List<Integer> firstRows(PeerJob job, SampleMatrix samples) {
    var random = new SplittableRandom(PeerJob.SEED);
    List<Integer> firstRows = new ArrayList<>();
    while (firstRows.size() < (job.updates() + 1) * job.batch()) {
      SequenceIndex order = SequenceIndex.shuffled(samples, job.network().history(), random);
      for (int from = 0; from + job.batch() <= order.size(); from += job.batch()) {
        for (int i = from; i < from + job.batch(); i++) {
          firstRows.add(order.get(i).end() - PeerJob.TIME_STEPS + 1);
        }
      }
    }
    return firstRows.subList(0, (job.updates() + 1) * job.batch());
  }

  /** Views standardised rows as one trajectory, as Lindyn takes them. */
  private static SampleMatrix matrix(int joints, FloatMatrix samples) {
    JointSeries.Rows columns =
        JointSeries.rowsOf(samples.toArray(), samples.rows(), samples.columns());
    int inputs = samples.columns() - joints;
    var motion =
        new Motion(
            "samples",
            SampleTimes.every(0.01, samples.rows()),
            columns.columns(0, joints),
            columns.columns(joints, joints),
            columns.columns(2 * joints, joints),
            columns.columns(3 * joints, inputs - 3 * joints));
    return SampleMatrix.of(
        List.of(new Trajectory(motion, columns.columns(inputs, joints))),
        unchanged(inputs),
        unchanged(joints));
  }

  private static Standardizer unchanged(int columns) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0),
        Standardizer.UNLIMITED);
  }

  /**
   * Opens Lindyn's training of this problem.
   *
   * @throws IllegalStateException if Lindyn does not begin with the problem's weights
   */
  TrainingSession session(int threads) {
    SampleMatrix matrix = matrix(joints, samples);
    var session = new TrainingSession(job.network(), job.settings(threads), matrix, matrix);
    if (!session.weights().equals(weights)) {
      session.close();
      throw new IllegalStateException("the problem was written by another version of Lindyn");
    }
    return session;
  }

  /** Returns the number of columns before the torques. */
  int inputs() {
    return samples.columns() - joints;
  }

  /** Returns the sequences of one update as {@link TrainingSession#update} takes them. */
  List<Sequence> batch(int update) {
    History history = job.network().history();
    return firstRows.subList(update * job.batch(), (update + 1) * job.batch()).stream()
        .map(row -> Sequence.of(row + PeerJob.TIME_STEPS - 1, 0, history)) // of one trajectory
        .toList();
  }
}
