package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import lindyn.data.History;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A control loop must not wait for the garbage collector. */
class AllocationTest {

  private static final int STEPS = 10_000;

  /** What reading the counter itself may allocate; one object per step would be 160 kB or more. */
  private static final double COUNTER = 1000;

  static Stream<LstmConfig> networks() {
    LstmConfig small = LstmConfig.RECOMMENDED.withHiddenUnits(4);
    return Stream.of(
        small,
        small.withHistory(new History.Stream(10, 0)).withBase(LstmConfig.Base.NONE),
        small.withHistory(new History.Window(5)),
        LstmConfig.PAPER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aStepOfOneRobotAllocatesNothing(LstmConfig config) {
    var predictor = new StepPredictor(RandomLstm.model(config, 1));
    float[] input = new float[RandomLstm.SIGNALS.inputs()];
    float[] tau = new float[RandomLstm.SIGNALS.joints()];

    double bytes = allocated(() -> predictor.step(input, tau), predictor::reset);

    assertEquals(0, bytes, COUNTER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aStepOfSomeRobotsAllocatesNothing(LstmConfig config) {
    var predictor = new BatchStepPredictor(RandomLstm.model(config, 1), 3);
    float[] inputs = new float[3 * RandomLstm.SIGNALS.inputs()];
    float[] tau = new float[3 * RandomLstm.SIGNALS.joints()];

    double bytes = allocated(() -> predictor.step(inputs, tau), () -> predictor.reset(1));

    assertEquals(0, bytes, COUNTER);
  }

  /** Returns the bytes that this thread allocates in all steps, with a reset in every hundred. */
  private static long allocated(Runnable step, Runnable reset) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(self);
    run(200, step, reset); // loads classes
    long before = threads.getThreadAllocatedBytes(self);
    run(STEPS, step, reset);
    return threads.getThreadAllocatedBytes(self) - before;
  }

  private static void run(int steps, Runnable step, Runnable reset) {
    for (int i = 0; i < steps; i++) {
      if (i % 100 == 0) {
        reset.run();
      }
      step.run();
    }
  }
}
