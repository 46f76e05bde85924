package lindyn.gp;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import lindyn.gp.search.Objective.Value;

/**
 * The places θ, logarithms of hyper-parameters, where a likelihood may exist.
 *
 * @param inputs of the points
 */
record LikelihoodDomain(KernelFamily family, int inputs) {

  /**
   * Computes a likelihood and its gradient.
   *
   * @param theta {@link Hyperparameters#logarithms}, with the length scales of a {@link
   *     lindyn.gp.kernel.StationaryKernel}
   * @param likelihood is empty where it does not exist
   * @return −∞ and a gradient of zeros where it does not exist, one of its numbers is not finite,
   *     or the hyper-parameters themselves overflow or vanish
   * @throws IllegalArgumentException if theta has another length, or a number that is NaN
   */
  Value at(double[] theta, Function<Hyperparameters, Optional<Value>> likelihood) {
    requireTheta(theta);
    return Optional.of(theta)
        .filter(LikelihoodDomain::isWithinDoubles)
        .flatMap(within -> likelihood.apply(Hyperparameters.ofLogarithms(family, within)))
        .filter(LikelihoodDomain::isFinite)
        .orElseGet(() -> new Value(Double.NEGATIVE_INFINITY, new double[theta.length]));
  }

  private void requireTheta(double[] theta) {
    int lengthScales = theta.length - 2;
    if (lengthScales < 1 || inputs % lengthScales != 0) {
      throw new IllegalArgumentException(
          "theta has %d length scales, which do not cover %d inputs a whole number of times"
              .formatted(lengthScales, inputs));
    }
    if (Arrays.stream(theta).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("theta has a NaN: " + Arrays.toString(theta));
    }
  }

  /**
   * Tells whether exp(θ) is finite everywhere, 0 at most where the noise may be 0, and no length
   * scale so short or long that kernels refuse it.
   */
  private static boolean isWithinDoubles(double[] theta) {
    double noise = Math.exp(theta[theta.length - 1]);
    boolean positive = Arrays.stream(theta).limit(theta.length - 1L).allMatch(t -> Math.exp(t) > 0);
    boolean finite = Arrays.stream(theta).map(Math::exp).allMatch(Double::isFinite);
    boolean measurable =
        Arrays.stream(theta, 1, theta.length - 1)
            .map(Math::exp)
            .allMatch(StationaryKernel::hasInverseSquare);
    return positive && finite && measurable && Double.isFinite(Math.exp(theta[0]) + noise);
  }

  private static boolean isFinite(Value value) {
    return Double.isFinite(value.value())
        && Arrays.stream(value.gradient()).allMatch(Double::isFinite);
  }
}
