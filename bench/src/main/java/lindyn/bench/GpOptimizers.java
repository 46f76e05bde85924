package lindyn.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import lindyn.data.LogData;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.gp.HyperparameterSpace;

/**
 * How many evaluations of a log marginal likelihood optimisers need to find the hyper-parameters of
 * a Gaussian process on the simulated arm (15 inputs, 5 outputs), all from the same start and
 * within the same bounds.
 *
 * <p>Expect Lindyn's search to end at the best value, or hundredths of a nat below, after about a
 * dozen evaluations with one length scale and some tens with one per input. Conjugate gradients
 * need ten times as many. BOBYQA and CMA-ES need no gradients, without which an evaluation would
 * cost a third; with one length scale BOBYQA is no slower for it, with one per input both are far
 * slower and end below.
 */
public final class GpOptimizers {

  private static final int TRIALS = 60;
  private static final long DATA_SEED = 1;

  /** Values that differ by less are one. */
  private static final double SAME = 0.01;

  private GpOptimizers() {}

  /** Prints one line per problem and optimiser; takes the number of seeds (3) and points (300). */
  public static void main(String[] arguments) {
    int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int points = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    LogData log = ArmData.of(ArmSetup.DEFAULT, DATA_SEED, TRIALS).logData();
    System.out.printf(
        "%-12s %-4s %-20s %12s %10s %12s %8s%n",
        "length", "seed", "optimiser", "below best", "evaluations", "to best-0.01", "seconds");
    for (boolean isPerInput : new boolean[] {false, true}) {
      for (long seed = 1; seed <= seeds; seed++) {
        compare(GpProblem.draw(log, points, seed), isPerInput, seed);
      }
    }
  }

  private static void compare(GpProblem problem, boolean isPerInput, long seed) {
    HyperparameterSpace space = problem.space(isPerInput);
    Map<Optimizer, Run> runs = new EnumMap<>(Optimizer.class);
    for (Optimizer optimizer : Optimizer.values()) {
      var counted = new CountedObjective(problem.likelihood());
      long begin = System.nanoTime();
      optimizer.run(counted, space.bounds(), space.start());
      runs.put(optimizer, new Run(counted, (System.nanoTime() - begin) / 1e9));
    }
    double best = runs.values().stream().mapToDouble(run -> run.counted().best()).max().orElse(0);
    runs.forEach(
        (optimizer, run) -> {
          OptionalInt reached = run.counted().reached(best - SAME);
          System.out.printf(
              Locale.ROOT,
              "%-12s %-4d %-20s %12.4f %10d %12s %8.1f%n",
              isPerInput ? "per input" : "isotropic",
              seed,
              optimizer,
              best - run.counted().best(),
              run.counted().evaluations(),
              reached.isPresent() ? reached.getAsInt() : "never",
              run.seconds());
        });
  }

  private record Run(CountedObjective counted, double seconds) {}
}
