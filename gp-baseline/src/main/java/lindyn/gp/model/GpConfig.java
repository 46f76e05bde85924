package lindyn.gp.model;

import java.util.List;
import lindyn.Checks;
import lindyn.Signals;
import lindyn.folder.Column;
import lindyn.gp.HyperparameterSearch;
import lindyn.gp.kernel.KernelFamily;

/**
 * The mathematics of a Gaussian-process model.
 *
 * @param kernel family of the covariance function
 * @param lengthScales one for all inputs, or one for each input of a time step
 * @param outputs whether joints share their hyper-parameters
 * @param mean what the process is a deviation from
 * @param window time steps that it sees: the last one alone, as in the paper, or more
 * @param approximation how it copes with many samples
 * @param restarts searches for hyper-parameters that begin at random places, beside the first
 */
public record GpConfig(
    KernelFamily kernel,
    LengthScales lengthScales,
    Outputs outputs,
    Mean mean,
    int window,
    Approximation approximation,
    int restarts) {

  /** The baseline of Rueckert et al. 2017: one process per joint, Matérn 5/2, one length scale. */
  public static final GpConfig PAPER =
      new GpConfig(
          KernelFamily.MATERN_52,
          LengthScales.ISOTROPIC,
          Outputs.PER_JOINT,
          Mean.ZERO,
          1,
          new Approximation.SubsetOfData(2000),
          2);

  /** A stronger baseline: a length scale per input, and hyper-parameters that joints share. */
  public static final GpConfig RECOMMENDED =
      PAPER.withLengthScales(LengthScales.PER_INPUT).withOutputs(Outputs.SHARED);

  /** How many length scales there are. */
  public enum LengthScales {
    /** One. */
    ISOTROPIC,
    /**
     * One per input, the same at all time steps of a window: automatic relevance determination,
     * R&amp;W section 5.1.
     */
    PER_INPUT
  }

  /** What joints share. */
  public enum Outputs {
    /** Nothing: each joint has hyper-parameters and a factorisation of its own. */
    PER_JOINT,
    /** Hyper-parameters, and so one factorisation. */
    SHARED
  }

  /** The mean function of the process, R&amp;W section 2.7. */
  public enum Mean {
    /** The mean torque. */
    ZERO,
    /** A rigid-body regression, as the recommended LSTM has it. */
    RIGID_BODY
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the window is not positive or restarts are negative
   */
  public GpConfig {
    Checks.positive(window, "window");
    if (restarts < 0) {
      throw new IllegalArgumentException("restarts must not be negative, got " + restarts);
    }
  }

  /** Returns the names of the length scales of a robot's processes, in their order. */
  List<String> lengthScaleNames(Signals signals) {
    return switch (lengthScales) {
      case ISOTROPIC -> HyperparameterSearch.ISOTROPIC;
      case PER_INPUT ->
          Column.inputNames(signals).stream().map(name -> "length scale of " + name).toList();
    };
  }

  /** Returns this configuration with another kernel. */
  public GpConfig withKernel(KernelFamily newKernel) {
    return new GpConfig(newKernel, lengthScales, outputs, mean, window, approximation, restarts);
  }

  /** Returns this configuration with other length scales. */
  public GpConfig withLengthScales(LengthScales newLengthScales) {
    return new GpConfig(kernel, newLengthScales, outputs, mean, window, approximation, restarts);
  }

  /** Returns this configuration with other sharing. */
  public GpConfig withOutputs(Outputs newOutputs) {
    return new GpConfig(kernel, lengthScales, newOutputs, mean, window, approximation, restarts);
  }

  /** Returns this configuration with another mean function. */
  public GpConfig withMean(Mean newMean) {
    return new GpConfig(kernel, lengthScales, outputs, newMean, window, approximation, restarts);
  }

  /** Returns this configuration with another window. */
  public GpConfig withWindow(int newWindow) {
    return new GpConfig(kernel, lengthScales, outputs, mean, newWindow, approximation, restarts);
  }

  /** Returns this configuration with another approximation. */
  public GpConfig withApproximation(Approximation newApproximation) {
    return new GpConfig(kernel, lengthScales, outputs, mean, window, newApproximation, restarts);
  }

  /** Returns this configuration with another number of restarts. */
  public GpConfig withRestarts(int newRestarts) {
    return new GpConfig(kernel, lengthScales, outputs, mean, window, approximation, newRestarts);
  }
}
