package lindyn.bench;

import java.util.Arrays;
import lindyn.gp.search.BoundedLbfgs;
import lindyn.gp.search.Bounds;
import lindyn.gp.search.Objective;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/** Ways to maximise a function within bounds; all end when steps gain less than about 1e-3. */
enum Optimizer {
  /** Lindyn's. */
  BOUNDED_LBFGS {
    @Override
    void climb(Objective objective, Bounds bounds, double[] start) {
      BoundedLbfgs.DEFAULT.maximise(objective, bounds, start);
    }
  },

  /** commons-math3's conjugate gradients (Polak and Ribière), with bounds by a transform. */
  CONJUGATE_GRADIENT {
    @Override
    void climb(Objective objective, Bounds bounds, double[] start) {
      var logistic = new LogisticBounds(bounds);
      Objective free = logistic.of(objective);
      new NonLinearConjugateGradientOptimizer(
              NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
              new SimpleValueChecker(NO_RELATIVE, GAIN, MOST))
          .optimize(
              new ObjectiveFunction(u -> defined(free.at(u).value())),
              new ObjectiveFunctionGradient(u -> free.at(u).gradient()),
              GoalType.MAXIMIZE,
              new InitialGuess(logistic.outside(start)),
              new MaxEval(MOST));
    }
  },

  /** commons-math3's BOBYQA, without gradients. */
  BOBYQA {
    @Override
    void climb(Objective objective, Bounds bounds, double[] start) {
      new BOBYQAOptimizer(2 * start.length + 1, 1, RADIUS)
          .optimize(
              new ObjectiveFunction(theta -> defined(objective.at(theta).value())),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              simple(bounds),
              new MaxEval(MOST));
    }
  },

  /** commons-math3's CMA-ES, without gradients. */
  CMA_ES {
    @Override
    void climb(Objective objective, Bounds bounds, double[] start) {
      double[] sigma = new double[start.length];
      Arrays.fill(sigma, 1);
      int population = 4 + (int) (3 * Math.log(start.length));
      new CMAESOptimizer(
              MOST,
              Double.POSITIVE_INFINITY,
              true,
              0,
              0,
              new MersenneTwister(1),
              false,
              new SimpleValueChecker(NO_RELATIVE, GAIN, MOST))
          .optimize(
              new ObjectiveFunction(theta -> defined(objective.at(theta).value())),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              simple(bounds),
              new CMAESOptimizer.Sigma(sigma),
              new CMAESOptimizer.PopulationSize(population),
              new MaxEval(MOST));
    }
  };

  private static final int MOST = 3000;
  private static final double GAIN = 1e-3;
  private static final double NO_RELATIVE = -1;

  /** Of BOBYQA's trust region at the end; a step of it gains about as little. */
  private static final double RADIUS = 1e-2;

  /** The library's optimisers do not know −∞. */
  private static final double WORST = -1e10;

  /** Climbs, and gives up after 3000 evaluations. */
  final void run(Objective objective, Bounds bounds, double[] start) {
    try {
      climb(objective, bounds, start);
    } catch (TooManyEvaluationsException e) {
      return; // what was reached until then counts
    }
  }

  abstract void climb(Objective objective, Bounds bounds, double[] start);

  private static double defined(double value) {
    return Math.max(value, WORST);
  }

  private static SimpleBounds simple(Bounds bounds) {
    double[] lower = new double[bounds.dimension()];
    double[] upper = new double[bounds.dimension()];
    Arrays.setAll(lower, bounds::lower);
    Arrays.setAll(upper, bounds::upper);
    return new SimpleBounds(lower, upper);
  }
}
