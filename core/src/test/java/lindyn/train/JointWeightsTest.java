package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lindyn.data.Standardizer;
import org.junit.jupiter.api.Test;

class JointWeightsTest {

  /** An error of 1 is 3 N·m for the network's joint 0, which are 1.5 standard deviations. */
  @Test
  void turnsErrorsIntoStandardizedTorques() {
    var network = new Standardizer(List.of(7.0, 8.0), List.of(3.0, 0.5), Standardizer.UNLIMITED);
    var torques = new Standardizer(List.of(0.0, 0.0), List.of(2.0, 1.0), Standardizer.UNLIMITED);
    var weights = new JointWeights(network, torques);

    assertEquals((1.5 * 1.5 * 10 + 0.5 * 0.5 * 20) / 2, weights.mean(new double[] {10, 20}));
    assertEquals((1.5 * 1.5 * 10 + 0.5 * 0.5 * 20) / 2, weights.mean(new float[] {10, 20}));
  }
}
