package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lindyn.data.Sequence;
import lindyn.data.ValidationBatches;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.RunOptions.TraceLevel;
import org.tensorflow.types.TFloat32;

/**
 * The errors on the validation samples, as a part of a graph.
 *
 * @param session runs it
 * @param batches all samples
 * @param samples where the graph gets them from
 * @param placement the devices
 * @param squaredErrors of each joint and sequence, shape {@code [joints, batch]}
 * @param shares what each device computes of them
 */
record ValidationGraph(
    Session session,
    ValidationBatches batches,
    BatchSource samples,
    Placement placement,
    Operand<TFloat32> squaredErrors,
    List<Operand<TFloat32>> shares) {

  /** A process can trace one run at a time, of all its sessions. */
  private static final Object TRACE = new Object();

  /** Returns the mean squared error of each joint. */
  double[] losses() {
    return losses(batches);
  }

  /** Returns the mean squared error of each joint over some of the samples. */
  double[] losses(ValidationBatches part) {
    double[] sums = new double[FeatureMajor.size(squaredErrors, 0)];
    long scored = 0;
    for (int number = 0; number < part.count(); number++) {
      List<Sequence> batch = new ArrayList<>(part.at(number));
      scored += batch.stream().mapToInt(Sequence::scoredSamples).sum();
      while (batch.size() < batches.size()) {
        batch.add(Sequence.unscored());
      }
      addErrors(batch, sums);
    }
    double count = scored;
    return Arrays.stream(sums).map(sum -> sum / count).toArray();
  }

  private void addErrors(List<Sequence> batch, double[] sums) {
    try (FedBatch fed = samples.feed(batch);
        Result result = fed.into(session.runner()).fetch(squaredErrors).run()) {
      float[] errors = Download.numbers(result.get(0));
      for (int i = 0; i < errors.length; i++) {
        sums[i / batch.size()] += errors[i];
      }
    }
  }

  /** Returns the devices that the network's arithmetic really ran on, such as {@code cpu:0}. */
  String device() {
    List<Sequence> anySequences = Collections.nCopies(batches.size(), new Sequence(0, 0, 0));
    Set<String> nodes =
        shares.stream().map(share -> share.op().name()).collect(Collectors.toUnmodifiableSet());
    try (FedBatch fed = samples.feed(anySequences);
        Result result = traced(fed)) {
      return result.getMetadata().orElseThrow().getStepStats().getDevStatsList().stream()
          .filter(
              stats ->
                  stats.getNodeStatsList().stream().anyMatch(n -> nodes.contains(n.getNodeName())))
          .map(stats -> placement.label(stats.getDevice()))
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private Result traced(FedBatch fed) {
    RunOptions options = RunOptions.newBuilder().setTraceLevel(TraceLevel.FULL_TRACE).build();
    synchronized (TRACE) {
      return fed.into(session.runner())
          .fetch(squaredErrors)
          .setOptions(options)
          .runAndFetchMetadata();
    }
  }
}
