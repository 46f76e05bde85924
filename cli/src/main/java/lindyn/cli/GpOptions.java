package lindyn.cli;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import lindyn.InputException;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The Gaussian process: what differs from the preset. */
final class GpOptions {

  @Option(
      names = "--kernel",
      defaultValue = "matern-52",
      converter = KernelName.class,
      completionCandidates = KernelName.Candidates.class,
      description = "GP: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private KernelFamily kernel = KernelFamily.MATERN_52;

  @Option(
      names = "--length-scales",
      description = "GP: ${COMPLETION-CANDIDATES} (default: as the preset says).")
  private GpConfig.@Nullable LengthScales lengthScales;

  @Option(
      names = "--outputs",
      description =
          "GP: ${COMPLETION-CANDIDATES} (default: as the preset says); sharing is as many times"
              + " faster as there are joints.")
  private GpConfig.@Nullable Outputs outputs;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Exact GP: most samples that it learns from, drawn at random (default:"
              + " ${DEFAULT-VALUE}).")
  private int points = 2000;

  @Option(
      names = "--sparse-points",
      paramLabel = "N",
      defaultValue = "50000",
      description =
          "Sparse GP: most samples that it learns from, drawn at random (default:"
              + " ${DEFAULT-VALUE}).")
  private int sparsePoints = 50_000;

  @Option(
      names = "--inducing-points",
      paramLabel = "M",
      defaultValue = "500",
      description = "Sparse GP: inputs that stand for all samples (default: ${DEFAULT-VALUE}).")
  private int inducingPoints = 500;

  @Option(
      names = "--search-points",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Sparse GP: most samples that hyper-parameters are found on, fewer than all because"
              + " neighbouring samples are alike (default: ${DEFAULT-VALUE}).")
  private int searchPoints = 2000;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "GP: further searches for hyper-parameters, from random places"
              + " (default: ${DEFAULT-VALUE}).")
  private int restarts = 2;

  /** Returns the kinds of models that an option is for. */
  static Set<ModelOptions.Kind> owners(String option) {
    return switch (option) {
      case "--points" -> EnumSet.of(ModelOptions.Kind.GP);
      case "--sparse-points", "--inducing-points", "--search-points" ->
          EnumSet.of(ModelOptions.Kind.SGPR);
      default -> EnumSet.of(ModelOptions.Kind.GP, ModelOptions.Kind.SGPR);
    };
  }

  /**
   * Checks that no option contradicts what a model's name says.
   *
   * @throws InputException if one does
   */
  void requireNoneContradicts(ComparedRecipe compared) {
    boolean isPaper = compared == ComparedRecipe.GP_PAPER;
    boolean saysOutputs = isPaper || compared == ComparedRecipe.GP_PER_JOINT;
    if ((saysOutputs && outputs != null) || (isPaper && lengthScales != null)) {
      throw new InputException(
          (outputs == null ? "--length-scales" : "--outputs")
              + ": "
              + compared.title()
              + " says that itself; leave the option or the model out");
    }
  }

  /** Returns the exact process of a subset. */
  GpConfig exact(ModelOptions.Preset preset) {
    return config(preset, checked("--points", () -> new Approximation.SubsetOfData(points)));
  }

  /** Returns the sparse process. */
  GpConfig sparse(ModelOptions.Preset preset) {
    return config(
        preset,
        checked(
            "--sparse-points, --inducing-points, --search-points",
            () -> new Approximation.Sparse(sparsePoints, inducingPoints, searchPoints)));
  }

  private GpConfig config(ModelOptions.Preset preset, Approximation approximation) {
    GpConfig usual =
        switch (preset) {
          case RECOMMENDED -> GpConfig.RECOMMENDED;
          case PAPER -> GpConfig.PAPER;
        };
    GpConfig chosen =
        usual
            .withKernel(kernel)
            .withLengthScales(lengthScales == null ? usual.lengthScales() : lengthScales)
            .withOutputs(outputs == null ? usual.outputs() : outputs)
            .withApproximation(approximation);
    return checked("--restarts", () -> chosen.withRestarts(restarts));
  }

  private static <T> T checked(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(option + ": " + e.getMessage(), e);
    }
  }
}
