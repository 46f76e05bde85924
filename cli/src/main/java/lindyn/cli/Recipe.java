package lindyn.cli;

import java.io.PrintWriter;
import lindyn.data.LogData;
import lindyn.data.Split;
import org.jspecify.annotations.Nullable;

/** How a model is made from logs. */
sealed interface Recipe permits LstmRecipe, GpRecipe {

  /** Returns the seed of all that is random. */
  long seed();

  /** Returns the number of threads that the numerics use. */
  int threads();

  /** Returns what else run.json says of how it is computed, as a record; null if nothing. */
  @Nullable Object execution();

  /** Returns every setting, as a record whose components become the keys of run.json. */
  Object configuration();

  /** Does what is slow only the first time in a process, and is not to count as training. */
  void warmUp(LogData log, Split split);

  /**
   * Trains a model.
   *
   * @param recorder receives what is known of the training while it goes on
   * @param err receives the progress
   */
  TrainedModel train(LogData log, Split split, RunRecorder recorder, PrintWriter err);
}
