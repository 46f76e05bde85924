package lindyn.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import lindyn.Differentiation;
import lindyn.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How velocities and accelerations are derived where logs lack them. */
final class DerivativeOptions {

  private static final double CUTOFF_HZ = 10;

  /** Whose cut-off is near that of the Butterworth filters. */
  private static final Differentiation.SavitzkyGolay POLYNOMIAL =
      new Differentiation.SavitzkyGolay(0.12, 3);

  /** Named filters. */
  enum Filter {
    BUTTERWORTH,
    SAVITZKY_GOLAY,
    CAUSAL;

    /** Picocli's own errors about constants of several words list names that nobody types. */
    static Filter parse(String text) {
      String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(values())
          .filter(filter -> filter.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      String.format(
                          "expected one of %s but was '%s'",
                          Arrays.stream(values()).map(Filter::toString).collect(joining(", ")),
                          text)));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--derivatives",
      paramLabel = "FILTER",
      description =
          "How qd and qdd are derived where logs lack them: ${COMPLETION-CANDIDATES} (default:"
              + " butterworth, without delay). causal: what a controller would see.")
  private @Nullable Filter filter;

  @Option(
      names = "--cutoff",
      paramLabel = "HZ",
      description = "Cut-off frequency of butterworth and causal (default: 10).")
  private @Nullable Double cutoff;

  @Option(
      names = "--smoothing-window",
      paramLabel = "SECONDS",
      description = "Window of savitzky-golay (default: 0.12).")
  private @Nullable Double window;

  @Option(
      names = "--smoothing-order",
      paramLabel = "N",
      description = "Order of the polynomials of savitzky-golay (default: 3).")
  private @Nullable Integer order;

  Differentiation differentiation() {
    boolean isPolynomial = filter == Filter.SAVITZKY_GOLAY;
    if (isPolynomial && cutoff != null) {
      throw new InputException(
          "--cutoff is for butterworth and causal; give savitzky-golay a --smoothing-window");
    }
    if (!isPolynomial && (window != null || order != null)) {
      throw new InputException(
          "--smoothing-window and --smoothing-order are for --derivatives savitzky-golay;"
              + " give the Butterworth filters a --cutoff");
    }
    try {
      return isPolynomial ? polynomial() : butterworth(cutoff == null ? CUTOFF_HZ : cutoff);
    } catch (IllegalArgumentException e) {
      throw new InputException("options of --derivatives: " + e.getMessage(), e);
    }
  }

  private Differentiation polynomial() {
    return new Differentiation.SavitzkyGolay(
        window == null ? POLYNOMIAL.windowSeconds() : window,
        order == null ? POLYNOMIAL.order() : order);
  }

  private Differentiation butterworth(double hz) {
    return filter == Filter.CAUSAL
        ? new Differentiation.CausalButterworth(hz)
        : new Differentiation.ZeroPhaseButterworth(hz);
  }
}
