package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TorqueSensorTest {

  private static final double STEP = 0.001;

  @ParameterizedTest
  @EnumSource
  void aStepComesLateAndRisesWithTheLag(SensorVariant variant) {
    SensorModel model = variant.model();
    var sensor = new TorqueSensor(model, STEP);
    sensor.read(1);

    int delay = (int) Math.round(model.torqueDelay() / STEP);
    for (int k = 0; k < delay; k++) {
      assertEquals(1, sensor.read(3), "ms " + k);
    }
    double reading = 0;
    for (int k = 0; k < Math.round(model.torqueLag() / STEP); k++) {
      reading = sensor.read(3);
    }

    double rise = (reading - 1) / 2;
    assertEquals(1 - Math.exp(-1), rise, .02); // after one time constant, in steps of up to a 15th
  }

  @Test
  void aConstantIsReadAsItIs() {
    var sensor = new TorqueSensor(SensorVariant.LAG_30_30.model(), STEP);
    for (int k = 0; k < 200; k++) {
      assertEquals(-4.25, sensor.read(-4.25));
    }
  }

  @Test
  void withoutDelayAndLagItIsIdeal() {
    var sensor = new TorqueSensor(new SensorModel(0, 0, 1, 0, 1e-5), STEP);
    for (double torque : new double[] {1, -2, 3}) {
      assertEquals(torque, sensor.read(torque));
    }
  }
}
