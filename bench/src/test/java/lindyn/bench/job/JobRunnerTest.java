package lindyn.bench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunnerTest {

  @TempDir Path folder;

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final Listener listener = new Listener();

  private static final class Listener implements JobListener {

    private final List<String> failures = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private int stopAfter = Integer.MAX_VALUE;

    @Override
    public void onDone(double done, double all) {
      shares.add(done / all);
    }

    @Override
    public void onFailure(Job job, Throwable failure) {
      failures.add(job.labels().model() + " " + failure.getMessage());
    }

    @Override
    public boolean isStopRequested() {
      return shares.size() >= stopAfter;
    }
  }

  private Map<Labels, Outcome> run(int threads, List<Job> jobs) {
    return new JobRunner(new OutcomeFiles(folder), threads, listener).run(jobs);
  }

  private FakeJob job(String name) {
    return new FakeJob(name, false, runs::incrementAndGet);
  }

  private static Set<String> names(Map<Labels, Outcome> outcomes) {
    return Set.copyOf(outcomes.keySet().stream().map(Labels::model).toList());
  }

  @Test
  void finishedJobsAreNotRunAgain() {
    run(1, List.of(job("a")));

    Map<Labels, Outcome> outcomes = run(1, List.of(job("a"), job("b")));

    assertEquals(2, runs.get());
    assertEquals(new Outcome(Map.of("number", 1.0)), outcomes.get(job("a").labels()));
    assertEquals(new Outcome(Map.of("number", 2.0)), outcomes.get(job("b").labels()));
  }

  @Test
  void aJobThatIsAskedForTwiceRunsOnce() {
    run(2, List.of(job("a"), job("a")));

    assertEquals(1, runs.get());
  }

  @Test
  void aFailureIsToldAndTheOthersGoOn() {
    DoubleSupplier fails =
        () -> {
          throw new IllegalStateException("broke");
        };

    Map<Labels, Outcome> outcomes = run(1, List.of(new FakeJob("bad", false, fails), job("good")));

    assertEquals(Set.of("good"), names(outcomes));
    assertEquals(List.of("bad broke"), listener.failures);
  }

  @Test
  void aJobWithoutEnoughMemoryFailsAlone() {
    DoubleSupplier fails =
        () -> {
          throw new OutOfMemoryError("no more");
        };

    Map<Labels, Outcome> outcomes =
        run(1, List.of(new FakeJob("large", false, fails), job("small")));

    assertEquals(Set.of("small"), names(outcomes));
    assertEquals(List.of("large no more"), listener.failures);
  }

  @Test
  void aDefectEndsEverything() {
    DoubleSupplier fails =
        () -> {
          throw new AssertionError("a defect");
        };
    List<Job> jobs = List.of(new FakeJob("bad", false, fails));

    assertThrows(AssertionError.class, () -> run(1, jobs));
  }

  @Test
  void jobsRunAtTheSameTime() {
    var both = new CyclicBarrier(2);
    DoubleSupplier meets =
        () -> {
          try {
            return both.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };

    run(2, List.of(new FakeJob("a", false, meets), new FakeJob("b", false, meets)));

    assertEquals(List.of(), listener.failures);
  }

  @Test
  void timedJobsRunAloneAndLast() {
    List<String> order = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    for (String name : List.of("timed 1", "other 1", "timed 2", "other 2")) {
      jobs.add(new FakeJob(name, name.startsWith("timed"), () -> alone(name, order)));
    }

    run(2, jobs);

    assertEquals(List.of("timed 1", "timed 2"), order.subList(2, 4).stream().sorted().toList());
    assertEquals(List.of(), listener.failures);
  }

  private double alone(String name, List<String> order) {
    int running = atOnce.incrementAndGet();
    synchronized (order) {
      order.add(name);
    }
    if (name.startsWith("timed") && running > 1) {
      throw new IllegalStateException("not alone");
    }
    return atOnce.decrementAndGet();
  }

  @Test
  void noJobBeginsAfterAStop() {
    listener.stopAfter = 1;

    Map<Labels, Outcome> outcomes = run(1, List.of(job("a"), job("b"), job("c")));

    assertEquals(1, outcomes.size());
    assertEquals(1, runs.get());
  }

  @Test
  void progressEndsWithAll() {
    run(1, List.of(job("a"), job("b"), new FakeJob("c", true, runs::incrementAndGet)));

    assertEquals(3, listener.shares.size());
    assertEquals(1, listener.shares.get(2), 1e-12);
    assertTrue(listener.shares.get(0) > 0 && listener.shares.get(0) < 1);
  }
}
