package lindyn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.gp.Hyperparameters;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;
import lindyn.gp.model.GpFolder;
import lindyn.gp.model.GpInverseDynamics;
import lindyn.gp.model.GpResult;
import lindyn.linear.RigidBodyModel;
import lindyn.report.Fact;
import lindyn.train.EpochReport;

/**
 * Trained Gaussian processes.
 *
 * @param config what was asked for
 * @param result what came out
 */
record TrainedProcess(GpConfig config, GpResult result) implements TrainedModel {

  static String name(GpConfig config) {
    return config.approximation() instanceof Approximation.Sparse ? "sparse GP" : "GP";
  }

  @Override
  public String name() {
    return name(config);
  }

  @Override
  public GpInverseDynamics model() {
    return result.model();
  }

  @Override
  public Optional<RigidBodyModel> base() {
    return model().mean();
  }

  @Override
  public Provenance provenance() {
    return model().provenance();
  }

  @Override
  public long numbers() {
    return model().numbers() + base().map(Sizes::numbers).orElse(0L);
  }

  @Override
  public long samples() {
    return result.points();
  }

  @Override
  public String description() {
    return GpText.of(config);
  }

  @Override
  public void write(Baselines baselines, Path folder) {
    GpFolder.write(model(), baselines, folder);
  }

  @Override
  public List<EpochReport> epochs() {
    return List.of();
  }

  @Override
  public ResultJson.Training training() {
    return ResultJson.ProcessTraining.of(result);
  }

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Processes", GpText.of(config)));
    facts.add(
        new Fact(
            "Trained",
            String.format(
                Locale.ROOT,
                "on %,d of %,d samples in %.1f s",
                result.points(),
                result.samples(),
                result.seconds())));
    result.searches().forEach(search -> facts.add(new Fact(joints(search), words(search))));
    result.warnings().forEach(warning -> facts.add(new Fact("Warning", warning)));
    return facts;
  }

  private String joints(GpResult.Search search) {
    return search.joints().stream()
        .map(model().signals().jointNames()::get)
        .collect(Collectors.joining(", "));
  }

  private static String words(GpResult.Search search) {
    Hyperparameters found = search.found().hyperparameters();
    return String.format(
        Locale.ROOT,
        "signal variance %.4g, length scales %s, noise variance %.4g; log marginal likelihood %.6g"
            + " after %d evaluations",
        found.kernel().signalVariance(),
        found.kernel().lengthScales().stream()
            .map(length -> String.format(Locale.ROOT, "%.4g", length))
            .collect(Collectors.joining(", ")),
        found.noiseVariance(),
        search.found().logMarginalLikelihood(),
        search.found().evaluations());
  }
}
