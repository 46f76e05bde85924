package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lindyn.gp.GaussianProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointProcessTest {

  private static final GaussianProcess SHARED =
      ToyModels.of(GpConfig.PAPER.withOutputs(GpConfig.Outputs.SHARED))
          .processes()
          .get(0)
          .process();

  @Test
  void needsAJointAndAScalePerOutput() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new JointProcess(List.of(0, 1), List.of(1.0), SHARED));

    assertEquals(
        "joints [0, 1] with scales [1.0] for a process with 2 outputs", thrown.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointProcess(List.of(0), List.of(1.0, 1.0), SHARED));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAScaleThatIsNone(double scale) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointProcess(List.of(0, 1), List.of(1.0, scale), SHARED));
  }
}
