package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import lindyn.InverseDynamicsModel;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.eval.Baselines;
import lindyn.eval.Evaluation;
import lindyn.eval.MeanModel;
import lindyn.linear.LinearModel;
import lindyn.linear.RigidBodyModel;
import lindyn.report.ComparedModel;

/**
 * Trains models one after the other, each in a run of its own, and measures errors and costs.
 *
 * @param log the logs
 * @param split the trajectories
 * @param splitDescription how the split came about
 * @param folder receives a run per model that is trained
 */
record Comparison(LogData log, Split split, String splitDescription, Path folder) {

  /** Trains and tests; progress goes to {@code err}. */
  List<ComparedModel> run(List<ComparedRecipe> compared, ComparedRecipes recipes, PrintWriter err) {
    Baselines baselines = Baselines.fit(log.signals(), split.train());
    List<ComparedModel> results = new ArrayList<>();
    for (ComparedRecipe recipe : compared) {
      err.printf("%s (%d of %d)%n", recipe.title(), results.size() + 1, compared.size());
      err.flush();
      results.add(
          switch (recipe) {
            case MEAN ->
                fitted(
                    recipe,
                    () -> MeanModel.fit(log.signals(), split.train()),
                    Sizes::numbers,
                    baselines);
            case LINEAR ->
                fitted(
                    recipe,
                    () -> LinearModel.fit(log.signals(), split.train()),
                    Sizes::numbers,
                    baselines);
            case RIGID_BODY ->
                fitted(
                    recipe,
                    () -> RigidBodyModel.fit(log.signals(), split.train()),
                    Sizes::numbers,
                    baselines);
            default -> trained(recipe, recipes.of(recipe, split), baselines, err);
          });
    }
    return results;
  }

  private <M extends InverseDynamicsModel> ComparedModel fitted(
      ComparedRecipe recipe,
      Supplier<M> fit,
      ToLongFunction<M> size,
      Baselines baselines) {
    long begin = System.nanoTime();
    M model = fit.get();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new ComparedModel(
        recipe.title(),
        Evaluation.errors(model, split.test(), baselines.torqueVariances()),
        seconds,
        PredictionTime.micros(model, split.test()),
        size.applyAsLong(model));
  }

  private ComparedModel trained(
      ComparedRecipe recipe, Recipe how, Baselines baselines, PrintWriter err) {
    RunFolder run = RunFolder.planned(folder.resolve(recipe.title()));
    var job = new TrainingJob(log, split, splitDescription, how);
    TrainingJob.Outcome outcome = job.run(baselines, run, err);
    job.record(run, outcome);
    return new ComparedModel(
        recipe.title(),
        outcome.tested().errors().get(0).errors(),
        outcome.trainingSeconds(),
        PredictionTime.micros(outcome.trained().model(), split.test()),
        outcome.trained().numbers());
  }
}
