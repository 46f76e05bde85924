package lindyn.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.Standardizer;

/**
 * Fits a {@link RigidBodyModel}. The ridge of each joint is the one with the least error on
 * held-out trajectories: five folds of whole trajectories, or of blocks of time if there are fewer
 * than five. A joint for which no ridge beats the mean torque keeps the mean torque.
 */
final class RidgeFit {

  /**
   * Candidates for the ridge, in units of a z-scored feature's variance. Below the smallest one the
   * weights of nearly collinear features grow, and the model explodes outside the training data.
   */
  private static final double[] RIDGES = {1e-3, 1e-2, 1e-1, 1, 10, 100};

  /** Standardised features are limited to ± this, so that no product term extrapolates far. */
  private static final double FEATURE_LIMIT = 4;

  /** The speed at which friction is taken as full, in standard deviations of a joint's speed. */
  private static final double FRICTION_SPEED = 0.1;

  /** More samples hardly change some hundred weights; they would only cost time. */
  private static final int MOST_SAMPLES = 50_000;

  private static final int FOLDS = 5;

  private final Signals signals;
  private final List<Trajectory> train;
  private final ThinnedSamples samples;
  private final RigidBodyFeatures features;
  private final double[] meanTau;

  RidgeFit(Signals signals, List<Trajectory> train) {
    this.signals = signals;
    this.train = train;
    samples = new ThinnedSamples(train, MOST_SAMPLES);
    features =
        new RigidBodyFeatures(
            signals.joints(), signals.extraInputs().size(), frictionSpeeds(train));
    meanTau =
        ColumnStatistics.of(train.stream().map(Trajectory::tau).toList()).stream()
            .mapToDouble(ColumnStatistics::mean)
            .toArray();
  }

  private static List<Double> frictionSpeeds(List<Trajectory> train) {
    List<JointSeries> speeds = train.stream().map(trajectory -> trajectory.motion().qd()).toList();
    return rounded(
        Standardizer.zScore(speeds).scale().stream()
            .map(deviation -> FRICTION_SPEED * deviation)
            .toList());
  }

  RigidBodyModel fit() {
    Standardizer standardizer = rounded(Standardizer.zScore(featureSeries()));
    List<NormalEquations> folds = folds(standardizer);
    var all = new NormalEquations(features.count(), meanTau.length);
    folds.forEach(fold -> all.addAll(fold, 1));
    int[] best = bestRidges(all, folds);
    float[] weights = new float[features.count() * meanTau.length];
    for (int ridge = 0; ridge < RIDGES.length; ridge++) {
      copyColumns(all, ridge, best, weights);
    }
    float[] intercept = new float[meanTau.length];
    for (int joint = 0; joint < intercept.length; joint++) {
      intercept[joint] = (float) meanTau[joint];
    }
    return new RigidBodyModel(
        signals,
        features,
        standardizer,
        FloatMatrix.of(features.count(), meanTau.length, weights),
        FloatMatrix.of(1, meanTau.length, intercept));
  }

  /** Every number of the model is float32, so that it fits into any format without a change. */
  private static Standardizer rounded(Standardizer exact) {
    return new Standardizer(rounded(exact.offset()), rounded(exact.scale()), FEATURE_LIMIT);
  }

  private static List<Double> rounded(List<Double> numbers) {
    return numbers.stream().map(number -> (double) number.floatValue()).toList();
  }

  private void copyColumns(NormalEquations all, int ridge, int[] best, float[] weights) {
    if (Arrays.stream(best).noneMatch(chosen -> chosen == ridge)) {
      return;
    }
    double[][] solution = all.solve(RIDGES[ridge]);
    for (int joint = 0; joint < best.length; joint++) {
      for (int i = 0; best[joint] == ridge && i < solution.length; i++) {
        weights[i * best.length + joint] = (float) solution[i][joint];
      }
    }
  }

  private List<JointSeries> featureSeries() {
    var row = new FeatureRow(features);
    float[] input = new float[signals.inputs()];
    List<JointSeries> series = new ArrayList<>();
    samples.forEach(
        (i, t) -> {
          train.get(i).motion().copyInputs(t, input, 0);
          series.add(JointSeries.of(row.of(input), 1, features.count()));
        });
    return series;
  }

  private List<NormalEquations> folds(Standardizer standardizer) {
    List<NormalEquations> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      folds.add(new NormalEquations(features.count(), meanTau.length));
    }
    var row = new FeatureRow(features);
    float[] input = new float[signals.inputs()];
    double[] x = new double[features.count()];
    double[] y = new double[meanTau.length];
    samples.forEach(
        (i, t) -> {
          Trajectory trajectory = train.get(i);
          trajectory.motion().copyInputs(t, input, 0);
          standardizer.standardize(row.of(input), x);
          for (int joint = 0; joint < y.length; joint++) {
            y[joint] = trajectory.tau().at(t, joint) - meanTau[joint];
          }
          int block = (int) ((long) FOLDS * t / trajectory.timeSteps());
          folds.get(train.size() < FOLDS ? block : i % FOLDS).add(x, y);
        });
    return folds;
  }

  /** Returns the index of each joint's best ridge, or one more if none is better than nothing. */
  private int[] bestRidges(NormalEquations all, List<NormalEquations> folds) {
    double[][] errors = new double[meanTau.length][RIDGES.length + 1];
    for (NormalEquations fold : folds) {
      all.addAll(fold, -1);
      for (int ridge = 0; ridge < RIDGES.length && all.rows() > 0; ridge++) {
        double[][] weights = all.solve(RIDGES[ridge]);
        for (int joint = 0; joint < errors.length; joint++) {
          errors[joint][ridge] += fold.squaredError(weights, joint);
        }
      }
      for (int joint = 0; joint < errors.length; joint++) {
        errors[joint][RIDGES.length] += fold.squaredTargets(joint);
      }
      all.addAll(fold, 1);
    }
    return Arrays.stream(errors).mapToInt(RidgeFit::smallest).toArray();
  }

  private static int smallest(double[] errors) {
    int smallest = 0;
    for (int i = 1; i < errors.length; i++) {
      smallest = errors[i] < errors[smallest] ? i : smallest;
    }
    return smallest;
  }
}
