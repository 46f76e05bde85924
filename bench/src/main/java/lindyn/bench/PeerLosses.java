package lindyn.bench;

/**
 * Mean squared errors over sequences, steps and joints on two batches, before these are learnt.
 *
 * @param warmUp on the batch after the warm-up's updates
 * @param last on the batch after all updates
 */
record PeerLosses(double warmUp, double last) {

  /** Returns the larger relative difference to the losses that were expected; NaN stays NaN. */
  double deviationFrom(PeerLosses expected) {
    return Math.max(Math.abs(warmUp / expected.warmUp - 1), Math.abs(last / expected.last - 1));
  }
}
