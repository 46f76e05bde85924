package lindyn.bench.job;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A job that does nothing but count.
 *
 * @param name its only label
 * @param settings what else it depends on
 * @param isTimed whether its outcome is a time
 * @param work its only number
 */
record FakeJob(String name, String settings, boolean isTimed, DoubleSupplier work) implements Job {

  FakeJob(String name, boolean isTimed, DoubleSupplier work) {
    this(name, "usual", isTimed, work);
  }

  @Override
  public Labels labels() {
    return new Labels("fake", name, 10, "plain", 1);
  }

  @Override
  public double cost() {
    return 4;
  }

  @Override
  public Outcome run() {
    return new Outcome(Map.of("number", work.getAsDouble()));
  }
}
