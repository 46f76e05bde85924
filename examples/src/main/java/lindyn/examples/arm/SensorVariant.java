package lindyn.examples.arm;

/**
 * The two sets of sensors that the data comes in. They differ in how late the torque signal is,
 * which decides whether a model that sees the past is better than one that does not: Rueckert et
 * al. do not state it, so both are assumptions.
 */
public enum SensorVariant {
  /** 30 ms delay and 30 ms lag; on the large side, memory pays. */
  LAG_30_30(.03, .03),

  /** 10 ms delay and 15 ms lag; memory hardly pays. */
  LAG_10_15(.01, .015);

  private static final double POSITION_NOISE = 5e-5;
  private static final double POSITION_STEP = 1e-5;

  private final double delay;
  private final double lag;

  SensorVariant(double delay, double lag) {
    this.delay = delay;
    this.lag = lag;
  }

  /** Returns the sensors. */
  public SensorModel model() {
    return new SensorModel(delay, lag, 1, POSITION_NOISE, POSITION_STEP);
  }
}
