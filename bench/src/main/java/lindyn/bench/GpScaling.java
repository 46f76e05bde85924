package lindyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lindyn.data.LogData;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.HyperparameterSearch;
import lindyn.gp.LogMarginalLikelihood;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Time of fitting a Gaussian process to convergence against the number n of its points: 5 joints of
 * the simulated arm that share the hyper-parameters of a Matérn 5/2 kernel, 15 inputs.
 *
 * <p>Expect O(n³): a slope of the logarithms that approaches 3 from below, because the kernel's
 * O(n²) and the search on a part of the points weigh less and less.
 */
public final class GpScaling {

  private static final int TESTED = 20_000;
  private static final int RESTARTS = 0;
  private static final int FEW_POINTS = 250;
  private static final long SEED = 1;

  private GpScaling() {}

  /**
   * Prints a line per n, with one length scale and with one per input, and the fitted slope.
   *
   * @param arguments a folder for the points (each n's as a CSV file, for other implementations),
   *     then each n
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<Integer> sizes = Stream.of(arguments).skip(1).map(Integer::valueOf).toList();
    System.out.printf(
        "%s, %d processors, no restarts%n",
        Blas.fastest().name(), Runtime.getRuntime().availableProcessors());
    LogData log = ArmData.of(ArmSetup.DEFAULT, SEED, ArmData.PAPER_TRIALS).logData();
    for (boolean isPerInput : new boolean[] {false, true}) {
      System.out.printf("%s%n", isPerInput ? "a length scale per input" : "one length scale");
      fit(GpProblem.draw(log, 300, SEED), isPerInput); // the compiler's share
      var slope = new SimpleRegression();
      for (int n : sizes) {
        GpProblem points = GpProblem.draw(log, n, SEED);
        points.write(folder.resolve(n + ".csv"));
        double seconds = report(n, points, isPerInput, log);
        slope.addData(Math.log(n), Math.log(seconds));
      }
      System.out.printf(Locale.ROOT, "log-log slope %.2f%n%n", slope.getSlope());
    }
  }

  private static double report(int n, GpProblem points, boolean isPerInput, LogData log) {
    long begin = System.nanoTime();
    HyperparameterSearch.Found found = fit(points, isPerInput);
    var process =
        ExactGaussianProcess.condition(
            found.hyperparameters(), points.x(), points.y(), Blas.fastest());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double evaluation = evaluationSeconds(points, found);
    System.out.printf(
        Locale.ROOT,
        "n %6d: fit %8.2f s, %s evaluations, log marginal likelihood %.4f; one evaluation %.3f s,"
            + " %.0f GFLOP/s; prediction %.1f us per sample%n",
        n,
        seconds,
        evaluations(found),
        found.logMarginalLikelihood(),
        evaluation,
        1e-9 * n * n * n / evaluation,
        predictionMicros(process, log));
    return seconds;
  }

  private static HyperparameterSearch.Found fit(GpProblem points, boolean isPerInput) {
    return new HyperparameterSearch(
            KernelFamily.MATERN_52, points.lengthScales(isPerInput), RESTARTS, SEED, FEW_POINTS)
        .find(
            points.x(),
            points.y(),
            (x, y) -> new LogMarginalLikelihood(KernelFamily.MATERN_52, x, y, Blas.fastest()),
            progress -> {});
  }

  private static List<Integer> evaluations(HyperparameterSearch.Found found) {
    return found.stages().stream().map(stage -> stage.report().evaluations()).toList();
  }

  /** Time of one likelihood with its gradient: n³ floating-point operations, and O(n²) more. */
  private static double evaluationSeconds(GpProblem points, HyperparameterSearch.Found found) {
    Objective objective =
        new LogMarginalLikelihood(KernelFamily.MATERN_52, points.x(), points.y(), Blas.fastest());
    double[] theta = found.hyperparameters().logarithms();
    List<Double> seconds = new ArrayList<>();
    for (int repeat = 0; repeat < 3; repeat++) {
      long begin = System.nanoTime();
      objective.at(theta);
      seconds.add((System.nanoTime() - begin) / 1e9);
    }
    return seconds.stream().sorted().skip(1).findFirst().orElseThrow();
  }

  private static double predictionMicros(ExactGaussianProcess process, LogData log) {
    Matrix xStar = GpProblem.draw(log, TESTED, SEED + 1).x();
    process.means(xStar);
    long begin = System.nanoTime();
    process.means(xStar);
    return (System.nanoTime() - begin) / 1e3 / TESTED;
  }
}
