package lindyn.gp;

import java.util.Locale;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** The covariance of the training inputs has no Cholesky factor in double precision. */
public final class CovarianceNotPositiveDefiniteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CovarianceNotPositiveDefiniteException(
      int points, Kernel kernel, double noiseVariance, NonPositiveDefiniteMatrixException cause) {
    super(
        String.format(
            Locale.ROOT,
            "covariance of %d points is not positive definite: pivot %d is %.3g; under %s with"
                + " noiseVariance %s that point (nearly) repeats earlier ones; drop it or raise"
                + " noiseVariance",
            points,
            cause.getRow(),
            cause.getArgument().doubleValue(),
            kernel,
            noiseVariance),
        cause);
  }
}
