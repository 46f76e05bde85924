package lindyn.bench.lesson;

import java.util.Locale;
import lindyn.InverseDynamicsModel;
import lindyn.eval.MeanModel;
import lindyn.examples.waves.NaivePredictor;
import lindyn.gp.model.GpConfig;
import lindyn.gp.model.GpListener;
import lindyn.gp.model.GpTrainer;
import lindyn.linear.LinearModel;
import lindyn.lstm.LstmConfig;

/** What makes a model of a lesson. */
public sealed interface Learner {

  /** Returns the name in files, such as {@code gp-window}. */
  String key();

  /** Returns the name for people. */
  String title();

  /** Returns how many time steps up to the predicted one the model sees. */
  int timeSteps();

  /**
   * Learns.
   *
   * @param seed of everything random
   */
  InverseDynamicsModel learn(Lesson lesson, long seed);

  /**
   * Trains a network.
   *
   * @param key the name in files
   * @param title the name for people
   * @param network the network, for windows
   * @param training how it learns
   */
  record Lstm(String key, String title, LstmConfig network, WindowTraining training)
      implements Learner {

    /** Returns this learner with another network. */
    public Lstm with(LstmConfig newNetwork) {
      return new Lstm(key, title, newNetwork, training);
    }

    /** Returns this learner with another training. */
    public Lstm with(WindowTraining newTraining) {
      return new Lstm(key, title, network, newTraining);
    }

    /** Returns this learner under another name. */
    public Lstm named(String newKey, String newTitle) {
      return new Lstm(newKey, newTitle, network, training);
    }

    @Override
    public int timeSteps() {
      return network.history().timeSteps();
    }

    @Override
    public InverseDynamicsModel learn(Lesson lesson, long seed) {
      return new DrawnWindows(lesson, network, training, seed).train();
    }
  }

  /**
   * Conditions Gaussian processes.
   *
   * @param key the name in files
   * @param title the name for people
   * @param config their mathematics, for at least as many samples as any lesson has
   */
  record Gp(String key, String title, GpConfig config) implements Learner {

    @Override
    public int timeSteps() {
      return config.window();
    }

    @Override
    public InverseDynamicsModel learn(Lesson lesson, long seed) {
      return new GpTrainer(config, seed)
          .train(lesson.log(), lesson.drawn(), GpListener.SILENT)
          .model();
    }
  }

  /** Learns next to nothing, in no time. */
  enum Simple implements Learner {
    /** The mean torque. */
    MEAN("mean torque") {
      @Override
      public InverseDynamicsModel learn(Lesson lesson, long seed) {
        return MeanModel.fit(lesson.log().signals(), lesson.samples());
      }
    },
    /** A linear regression on the inputs. */
    LINEAR("linear model") {
      @Override
      public InverseDynamicsModel learn(Lesson lesson, long seed) {
        return LinearModel.fit(lesson.log().signals(), lesson.samples());
      }
    },
    /** Current state and velocity of the synthetic wave. */
    NAIVE("naive predictor") {
      @Override
      public InverseDynamicsModel learn(Lesson lesson, long seed) {
        return new NaivePredictor();
      }
    };

    private final String title;

    Simple(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public int timeSteps() {
      return 1;
    }

    @Override
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
