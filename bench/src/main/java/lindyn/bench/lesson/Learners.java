package lindyn.bench.lesson;

import lindyn.data.History;
import lindyn.gp.model.Approximation;
import lindyn.gp.model.GpConfig;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Adam;
import lindyn.lstm.graph.UpdateRule;

/**
 * The models that the paper compares, and the controls that it lacks.
 *
 * @param window time steps T that all models with a memory see
 */
public record Learners(int window) {

  /** More samples than any lesson has. */
  private static final int ALL = Integer.MAX_VALUE;

  private static final int INDUCING_POINTS = 500;
  private static final int SEARCH_POINTS = 2000;
  private static final UpdateRule BY_DEFAULT = new UpdateRule(new Adagrad(0.5, 0.1));
  private static final GpConfig EXACT =
      GpConfig.RECOMMENDED.withApproximation(new Approximation.SubsetOfData(ALL));

  /** The mean torque. */
  public Learner mean() {
    return Learner.Simple.MEAN;
  }

  /** A linear regression. */
  public Learner linear() {
    return Learner.Simple.LINEAR;
  }

  /** The paper's processes: one per joint, with one length scale. */
  public Learner process() {
    return new Learner.Gp(
        "gp", "GP", GpConfig.PAPER.withApproximation(new Approximation.SubsetOfData(ALL)));
  }

  /** Processes with a length scale per input, and hyper-parameters that joints share. */
  public Learner scaledProcess() {
    return new Learner.Gp("gp-scales", "GP with length scales", EXACT);
  }

  /** The same on the window that the networks see. */
  public Learner windowedProcess() {
    return new Learner.Gp(
        "gp-window", "GP with length scales on windows", EXACT.withWindow(window));
  }

  /** Sparse processes. */
  public Learner sparseProcess() {
    return new Learner.Gp(
        "gp-sparse",
        "sparse GP",
        EXACT.withApproximation(new Approximation.Sparse(ALL, INDUCING_POINTS, SEARCH_POINTS)));
  }

  /** The paper's literal network. */
  public Learner.Lstm paperNetwork() {
    return new Learner.Lstm(
        "lstm-paper",
        "paper's LSTM",
        LstmConfig.PAPER.withHistory(new History.Window(window)),
        WindowTraining.PAPER);
  }

  /**
   * The usual LSTM: tanh(c), a linear read-out, one layer of 32 units; as recommended, but on
   * windows and without the rigid-body base.
   */
  public Learner.Lstm network() {
    return new Learner.Lstm(
        "lstm",
        "LSTM",
        LstmConfig.RECOMMENDED
            .withBase(LstmConfig.Base.NONE)
            .withHistory(new History.Window(window)),
        WindowTraining.USUAL);
  }

  /** The usual LSTM of the paper's size: two layers of ten units. */
  public Learner.Lstm smallNetwork() {
    Learner.Lstm usual = network();
    return usual
        .with(usual.network().withLayers(2).withHiddenUnits(10))
        .named("lstm-2x10", "LSTM of 2×10 units");
  }

  /** The usual LSTM that sees the present time step alone. */
  public Learner.Lstm networkWithoutMemory() {
    return new Learners(1).network().named("lstm-t1", "LSTM with T = 1");
  }

  /** The usual LSTM on its rigid-body base. */
  public Learner.Lstm networkOnBase() {
    Learner.Lstm usual = network();
    return usual
        .with(usual.network().withBase(LstmConfig.Base.RIGID_BODY))
        .named("lstm-base", "LSTM on a rigid-body base");
  }

  /** The paper's literal network with TensorFlow's default accumulator, and a rate to match. */
  public Learner.Lstm paperNetworkByDefault() {
    return paperNetwork()
        .with(WindowTraining.PAPER.withRule(BY_DEFAULT))
        .named("lstm-paper-accumulator", "paper's LSTM with accumulator 0.1");
  }

  /** The paper's network, trained by Adam instead; the rate was chosen as Adagrad's was. */
  public Learner.Lstm paperNetworkByAdam() {
    return byAdam(paperNetwork(), 0.04);
  }

  /** The usual LSTM, trained by Adam instead; the rate was chosen as Adagrad's was. */
  public Learner.Lstm networkByAdam() {
    return byAdam(network(), 0.01);
  }

  private static Learner.Lstm byAdam(Learner.Lstm network, double rate) {
    return network
        .with(network.training().withRule(new UpdateRule(new Adam(rate))))
        .named(network.key() + "-adam", network.title() + " by Adam");
  }
}
