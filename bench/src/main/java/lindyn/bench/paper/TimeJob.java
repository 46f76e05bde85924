package lindyn.bench.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.bench.lesson.Lesson;
import lindyn.data.DrawnSamples;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import lindyn.run.Machine;
import lindyn.train.Limits;
import lindyn.train.Trainer;
import lindyn.train.TrainingConfig;
import lindyn.train.TrainingListener;

/**
 * How long it takes to make a model of n samples of a robot, after a small one was made to warm up.
 *
 * @param subject the robot
 * @param learners gives the models
 * @param timed what is timed
 * @param samples n
 * @param repeat from 1; decides samples and initial weights
 */
record TimeJob(Subject subject, Learners learners, Timed timed, int samples, int repeat)
    implements Job {

  /** Of the whole training. */
  static final String SECONDS = "seconds";

  /** Of a training of one epoch: beside 1 % of the work everything that comes once. */
  static final String ONE_EPOCH = "one_epoch_seconds";

  /** A trajectory must be as long as a sequence, and there must be several. */
  static final int FEWEST_IN_SEQUENCES = 1000;

  private static final int EPOCHS = 100;
  private static final int BATCH = 128;
  private static final int WARM_UP_SAMPLES = 300;
  private static final History.Stream SEQUENCES = new History.Stream(100, 25);

  @Override
  public Labels labels() {
    return new Labels("time", timed.key(), samples, "T" + learners.window(), repeat);
  }

  @Override
  public String settings() {
    return String.join(
        "; ",
        subject.settings(),
        timed.name(),
        learners.paperNetwork().toString(),
        learners.network().toString(),
        learners.process().toString(),
        Machine.current().words());
  }

  @Override
  public double cost() {
    return switch (timed) {
      case LSTM_WINDOWS ->
          Costs.learning(learners.paperNetwork(), samples, subject.log().signals()) + 2;
      case LSTM_SEQUENCES -> 3 + 1e-4 * samples;
      case GP_SEARCH -> Costs.learning(learners.process(), samples, subject.log().signals()) / 2;
      case GP_FACTORISATION ->
          Costs.learning(learners.process(), samples, subject.log().signals()) / 20;
    };
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public Outcome run() {
    return switch (timed) {
      case LSTM_WINDOWS -> network(epochs -> learn(withEpochs(epochs), lesson(samples)));
      case LSTM_SEQUENCES -> network(this::learnSequences);
      case GP_SEARCH -> {
        learn(learners.process(), lesson(Math.min(samples, WARM_UP_SAMPLES)));
        yield new Outcome(Map.of(SECONDS, learn(learners.process(), lesson(samples))));
      }
      case GP_FACTORISATION ->
          new Outcome(
              Map.of(SECONDS, new Factorisations(subject.log(), samples, repeat).seconds()));
    };
  }

  /** Trains with a number of epochs and returns the seconds. */
  private interface Training {
    double seconds(int epochs);
  }

  private static Outcome network(Training training) {
    training.seconds(1); // loads classes and libraries
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put(ONE_EPOCH, training.seconds(1));
    numbers.put(SECONDS, training.seconds(EPOCHS));
    return new Outcome(numbers);
  }

  private Learner withEpochs(int epochs) {
    Learner.Lstm paper = learners.paperNetwork();
    return paper.with(paper.training().withEpochs(epochs));
  }

  private Lesson lesson(int count) {
    return new Lesson(
        subject.log(),
        DrawnSamples.random(subject.log().trajectories(), count, new SplittableRandom(repeat)));
  }

  private double learn(Learner learner, Lesson lesson) {
    long begin = System.nanoTime();
    learner.learn(lesson, repeat);
    return (System.nanoTime() - begin) / 1e9;
  }

  private double learnSequences(int epochs) {
    List<Trajectory> train = firstSamples();
    List<Trajectory> validation = train.subList(0, 1);
    LstmConfig network = learners.network().network().withHistory(SEQUENCES);
    TrainingConfig config =
        TrainingConfig.contiguous(SEQUENCES, train)
            .withLimits(new Limits(epochs, epochs, Limits.NO_TIME_LIMIT))
            .withBatchSize(BATCH)
            .withSeed(repeat);
    LogData log = subject.log();
    var split = new Split(train, validation, validation, List.of());
    long begin = System.nanoTime();
    new Trainer(network, config).train(log, split, TrainingListener.SILENT);
    return (System.nanoTime() - begin) / 1e9;
  }

  private List<Trajectory> firstSamples() {
    List<Trajectory> first = new ArrayList<>();
    int missing = samples;
    for (Trajectory trajectory : subject.log().trajectories()) {
      int steps = Math.min(missing, trajectory.timeSteps());
      if (steps > 0) {
        first.add(trajectory.slice(trajectory.id(), 0, steps));
        missing -= steps;
      }
    }
    return first;
  }
}
