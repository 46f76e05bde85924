package lindyn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;

/** A Gaussian-process model in words. */
final class GpText {

  private GpText() {}

  static String of(GpConfig config) {
    List<String> words = new ArrayList<>();
    words.add(KernelName.of(config.kernel()) + " kernel");
    words.add(
        config.lengthScales() == GpConfig.LengthScales.PER_INPUT
            ? "a length scale per input"
            : "one length scale");
    words.add(
        config.outputs() == GpConfig.Outputs.SHARED
            ? "hyper-parameters shared by the joints"
            : "one process per joint");
    if (config.mean() == GpConfig.Mean.RIGID_BODY) {
      words.add("on a rigid-body regression");
    }
    if (config.window() > 1) {
      words.add("windows of " + config.window() + " time steps");
    }
    words.add(approximation(config.approximation()));
    words.add(RunFacts.counted(config.restarts(), "restart", "restarts"));
    return String.join(", ", words);
  }

  private static String approximation(Approximation approximation) {
    String samples =
        String.format(Locale.ROOT, "at most %,d random samples", approximation.points());
    return approximation instanceof Approximation.Sparse sparse
        ? samples
            + " through "
            + sparse.inducingPoints()
            + " inducing points, fixed at k-means centres"
        : samples;
  }
}
