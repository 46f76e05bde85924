package lindyn.train;

import java.util.List;
import lindyn.data.Sequence;

/** The order in which training sees the samples. */
interface EpochOrder {

  /** The batches of one epoch; may be asked by another thread than the one that got them. */
  interface Batches {

    /** Returns how many there are. */
    int count();

    /**
     * Returns a batch.
     *
     * @param number from 0
     */
    List<Sequence> at(int number);
  }

  /**
   * Returns the batches of an epoch: the same for the same settings, whatever was asked before.
   *
   * @param epoch from 1, later than in any call before
   * @throws IllegalArgumentException if it is not later
   */
  Batches of(int epoch);
}
