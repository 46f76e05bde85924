package lindyn.data;

/** How training takes its sequences from the trajectories. */
public enum SequenceOrder {
  /**
   * From random places and in random order; they overlap by their warm-up. The state is zero before
   * each.
   */
  RANDOM,
  /**
   * One after the other, from each trajectory's first sample to its last; several trajectories side
   * by side are a batch. The state goes on from batch to batch, but no derivative goes back
   * (truncated back-propagation through time; Williams and Peng 1990). Every sample is scored once
   * per epoch.
   */
  CONTIGUOUS
}
