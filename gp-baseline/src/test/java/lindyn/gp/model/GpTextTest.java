package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GpTextTest {

  @Test
  void namesEveryChoice() {
    assertEquals(
        "matern-52 kernel, one length scale, one process per joint, 2,000 random samples, 2"
            + " restarts",
        GpText.of(GpConfig.PAPER));
    assertEquals(
        "matern-52 kernel, a length scale per input, hyper-parameters shared by the joints, added to"
            + " a rigid-body regression, windows of 20 time steps, 50,000 random samples through 500"
            + " inducing points, fixed at k-means centres, hyper-parameters found on 2,000, 1"
            + " restart",
        GpText.of(
            GpConfig.RECOMMENDED
                .withMean(GpConfig.Mean.RIGID_BODY)
                .withWindow(20)
                .withApproximation(new Approximation.Sparse(50_000, 500, 2000))
                .withRestarts(1)));
  }

  @Test
  void namesTheJointsOfAProcess() {
    assertEquals("elbow", GpText.joints(ToyRobot.SIGNALS, List.of(1)));
    assertEquals("all joints", GpText.joints(ToyRobot.SIGNALS, List.of(0, 1)));
  }

  @Test
  void saysWhatWasLearned() {
    GpInverseDynamics model = ToyModels.of(GpConfig.PAPER.withOutputs(GpConfig.Outputs.SHARED));

    String text = GpText.learned(model.signals(), model.config(), model.processes().get(0));

    assertEquals(
        "signal variance 2.000; noise variance 0.01000; length scale 1.000; factors of both"
            + " variances shoulder 1.000, elbow 1.000",
        text);
  }
}
