package lindyn.gp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.Signals;
import lindyn.folder.Column;

/** Gaussian-process models in words. */
public final class GpText {

  private GpText() {}

  /** Describes a model, such as "matern-52 kernel, one length scale, 2,000 random samples". */
  public static String of(GpConfig config) {
    List<String> words = new ArrayList<>();
    words.add(config.kernel().title() + " kernel");
    words.add(
        switch (config.lengthScales()) {
          case ISOTROPIC -> "one length scale";
          case PER_INPUT -> "a length scale per input";
        });
    words.add(
        switch (config.outputs()) {
          case SHARED -> "hyper-parameters shared by the joints";
          case PER_JOINT -> "one process per joint";
        });
    if (config.mean() == GpConfig.Mean.RIGID_BODY) {
      words.add("added to a rigid-body regression");
    }
    if (config.window() > 1) {
      words.add("windows of " + config.window() + " time steps");
    }
    words.add(of(config.approximation()));
    words.add(config.restarts() == 1 ? "1 restart" : config.restarts() + " restarts");
    return String.join(", ", words);
  }

  private static String of(Approximation approximation) {
    String samples = String.format(Locale.ROOT, "%,d random samples", approximation.points());
    return approximation instanceof Approximation.Sparse sparse
        ? samples
            + " through "
            + sparse.inducingPoints()
            + " inducing points, fixed at k-means centres, hyper-parameters found on "
            + String.format(Locale.ROOT, "%,d", sparse.searchPoints())
        : samples;
  }

  /** Names the joints of a process, such as "shoulder, elbow", or "all joints". */
  public static String joints(Signals signals, List<Integer> joints) {
    if (joints.size() == signals.joints() && joints.size() > 1) {
      return "all joints";
    }
    return String.join(", ", joints.stream().map(signals.jointNames()::get).toList());
  }

  /**
   * Describes what a process learned, such as "signal variance 2.1; noise variance 0.01; length
   * scale 3".
   */
  public static String learned(Signals signals, GpConfig config, JointProcess process) {
    var hyperparameters = process.process().hyperparameters();
    var kernel = hyperparameters.kernel();
    List<String> words = new ArrayList<>();
    words.add("signal variance " + number(kernel.signalVariance()));
    words.add("noise variance " + number(hyperparameters.noiseVariance()));
    words.add(
        switch (config.lengthScales()) {
          case ISOTROPIC -> "length scale " + numbers(kernel.lengthScales());
          case PER_INPUT ->
              "length scales " + named(Column.inputNames(signals), kernel.lengthScales());
        });
    if (process.joints().size() > 1) {
      List<String> names = process.joints().stream().map(signals.jointNames()::get).toList();
      words.add("factors of both variances " + named(names, process.scales()));
    }
    return String.join("; ", words);
  }

  private static String named(List<String> names, List<Double> numbers) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> names.get(i) + " " + number(numbers.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String numbers(List<Double> numbers) {
    return String.join(", ", numbers.stream().map(GpText::number).toList());
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }
}
