package lindyn.c;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;

/** Steps and resets of two robots, which Java and C both follow. */
public final class RobotScript {

  private final ByteBuffer commands = ByteBuffer.allocate(1 << 20).order(ByteOrder.nativeOrder());
  private final List<StepPredictor> robots;
  private final List<Float> expected = new ArrayList<>();
  private final int joints;

  /** Makes two robots that have not moved. */
  public RobotScript(TrainedLstm model) {
    robots = List.of(new StepPredictor(model), new StepPredictor(model));
    joints = model.signals().joints();
  }

  /** Lets both step a robot. */
  public void step(int robot, float[] input) {
    commands.put((byte) ('0' + robot));
    for (float number : input) {
      commands.putFloat(number);
    }
    float[] tau = new float[joints];
    robots.get(robot).step(input, tau);
    for (float torque : tau) {
      expected.add(torque);
    }
  }

  /** Lets both reset a robot. */
  public void reset(int robot) {
    commands.put((byte) ('a' + robot));
    robots.get(robot).reset();
  }

  /** Returns what Java predicts. */
  public float[] expected() {
    float[] torques = new float[expected.size()];
    for (int i = 0; i < torques.length; i++) {
      torques[i] = expected.get(i);
    }
    return torques;
  }

  /** Returns what a program predicts. */
  public float[] run(Path program) throws IOException, InterruptedException {
    byte[] input = new byte[commands.position()];
    commands.get(0, input);
    byte[] output = CCompiler.output(program, input);
    FloatBuffer torques = ByteBuffer.wrap(output).order(ByteOrder.nativeOrder()).asFloatBuffer();
    float[] copy = new float[torques.remaining()];
    torques.get(copy);
    return copy;
  }
}
