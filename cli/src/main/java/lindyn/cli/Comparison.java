package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import lindyn.InputException;
import lindyn.InverseDynamicsModel;
import lindyn.ProbabilisticModel;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Baselines;
import lindyn.eval.Calibration;
import lindyn.eval.Evaluation;
import lindyn.eval.MeanModel;
import lindyn.gp.CovarianceNotPositiveDefiniteException;
import lindyn.gp.CovarianceTooLargeException;
import lindyn.gp.NoSparseFitException;
import lindyn.linear.LinearModel;
import lindyn.linear.RigidBodyModel;
import lindyn.report.ComparedModel;
import lindyn.run.Invocation;
import lindyn.train.NonFiniteLossException;

/**
 * Trains models one after the other, each in a run of its own, and measures errors and costs.
 *
 * @param log the logs
 * @param split the trajectories
 * @param splitDescription how the split came about
 * @param folder receives a run per model that is trained
 * @param invocation the command
 */
record Comparison(
    LogData log, Split split, String splitDescription, Path folder, Invocation invocation) {

  /** Trains and tests; progress and failures go to {@code err}. Models that fail are left out. */
  List<ComparedModel> run(List<ComparedRecipe> compared, ComparedRecipes recipes, PrintWriter err) {
    Baselines baselines = Baselines.fit(log.signals(), split.train());
    List<ComparedModel> results = new ArrayList<>();
    int number = 0;
    for (ComparedRecipe recipe : compared) {
      number++;
      err.printf("%s (%d of %d)%n", recipe.title(), number, compared.size());
      err.flush();
      try {
        Optional<Recipe> how = recipes.of(recipe, split);
        results.add(
            how.isPresent()
                ? trained(recipe, how.get(), baselines, err)
                : baseline(recipe, baselines));
      } catch (InputException
          | CovarianceTooLargeException
          | NonFiniteLossException
          | CovarianceNotPositiveDefiniteException
          | NoSparseFitException e) {
        fail(recipe, e, err);
      }
    }
    return results;
  }

  private static void fail(ComparedRecipe recipe, Exception reason, PrintWriter err) {
    err.printf("%s failed: %s%n", recipe.title(), reason.getMessage());
    err.flush();
  }

  private ComparedModel baseline(ComparedRecipe recipe, Baselines baselines) {
    Signals signals = log.signals();
    return switch (recipe) {
      case MEAN ->
          fitted(recipe, () -> MeanModel.fit(signals, split.train()), Sizes::numbers, baselines);
      case LINEAR ->
          fitted(recipe, () -> LinearModel.fit(signals, split.train()), Sizes::numbers, baselines);
      case RIGID_BODY ->
          fitted(
              recipe, () -> RigidBodyModel.fit(signals, split.train()), Sizes::numbers, baselines);
      default -> throw new IllegalArgumentException(recipe + " is no baseline");
    };
  }

  private <M extends InverseDynamicsModel> ComparedModel fitted(
      ComparedRecipe recipe, Supplier<M> fit, ToLongFunction<M> size, Baselines baselines) {
    long begin = System.nanoTime();
    M model = fit.get();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new ComparedModel(
        recipe.title(),
        "in closed form",
        split.train().stream().mapToLong(Trajectory::timeSteps).sum(),
        Evaluation.errors(model, split.test(), baselines.torqueVariances()),
        Optional.empty(),
        seconds,
        PredictionTime.micros(model, split.test()),
        size.applyAsLong(model));
  }

  private ComparedModel trained(
      ComparedRecipe recipe, Recipe how, Baselines baselines, PrintWriter err) {
    how.warmUp(log, split);
    TrainingJob.Outcome outcome;
    try (RunFolder run = RunFolder.planned(folder.resolve(recipe.title()), invocation)) {
      var job = new TrainingJob(log, split, splitDescription, how);
      outcome = job.run(baselines, run, err);
      job.record(run, outcome);
    }
    TrainedModel trained = outcome.trained();
    return new ComparedModel(
        recipe.title(),
        trained.description(),
        trained.samples(),
        outcome.tested().errors().get(0).errors(),
        calibration(trained.model(), baselines),
        outcome.trainingSeconds(),
        PredictionTime.micros(trained.model(), split.test()),
        trained.numbers());
  }

  private Optional<Calibration> calibration(InverseDynamicsModel model, Baselines baselines) {
    return model instanceof ProbabilisticModel probabilistic
        ? Optional.of(Calibration.of(probabilistic, split.test(), baselines.torqueVariances()))
        : Optional.empty();
  }
}
