package lindyn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.Provenance;
import lindyn.eval.Baselines;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;
import lindyn.gp.model.GpFolder;
import lindyn.gp.model.GpInverseDynamics;
import lindyn.gp.model.GpResult;
import lindyn.gp.model.GpText;
import lindyn.gp.model.JointProcess;
import lindyn.linear.RigidBodyModel;
import lindyn.report.Fact;
import lindyn.train.EpochReport;

/**
 * Trained Gaussian processes.
 *
 * @param result what came out
 */
record TrainedProcess(GpResult result) implements TrainedModel {

  static String name(GpConfig config) {
    return config.approximation() instanceof Approximation.Sparse ? "sparse GP" : "GP";
  }

  @Override
  public String name() {
    return name(model().config());
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
  public Optional<InverseDynamicsModel> earlier() {
    return Optional.empty();
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
    return GpText.of(model().config());
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
    facts.add(new Fact("Processes", description()));
    facts.add(
        new Fact(
            "Trained",
            String.format(
                Locale.ROOT,
                "on %,d of %,d samples in %.1f s",
                result.points(),
                result.samples(),
                result.seconds())));
    for (int i = 0; i < result.searches().size(); i++) {
      facts.add(learned(model().processes().get(i), result.searches().get(i)));
    }
    result.warnings().forEach(warning -> facts.add(new Fact("Warning", warning)));
    return facts;
  }

  private Fact learned(JointProcess process, GpResult.Search search) {
    return new Fact(
        GpText.joints(model().signals(), process.joints()),
        String.format(
            Locale.ROOT,
            "%s; log marginal likelihood %.6g after %d evaluations",
            GpText.learned(model().signals(), model().config(), process),
            search.found().logMarginalLikelihood(),
            search.found().evaluations()));
  }
}
