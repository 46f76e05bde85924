package lindyn.bench.paper;

import java.util.Locale;

/** What is timed (Rueckert et al. 2017, table II and fig. 7). */
enum Timed {
  /** The paper's network on windows of T time steps, 100 epochs of batches of 128, one thread. */
  LSTM_WINDOWS("paper's LSTM on windows"),
  /**
   * The usual LSTM on contiguous sequences: each sample is processed once per epoch. A batch of 128
   * is full from as many trajectories side by side on.
   */
  LSTM_SEQUENCES("LSTM on sequences"),
  /** Processes per joint, with hyper-parameters that maximise the marginal likelihood. */
  GP_SEARCH("GP, hyper-parameters found"),
  /** Such processes with given hyper-parameters: one factorisation per joint. */
  GP_FACTORISATION("GP, hyper-parameters given");

  private final String title;

  Timed(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isProcess() {
    return this == GP_SEARCH || this == GP_FACTORISATION;
  }
}
