package lindyn.inspect;

import java.util.List;
import java.util.Locale;
import lindyn.inspect.Finding.Evidence;

/**
 * Finds rows that were not sampled at the times they state. If a row is late, all moving joints
 * have gone further than the row before says, by the same share; noise of a sensor differs from
 * joint to joint.
 *
 * <p>Per row and joint, e = (v₁ − v₀) / (v₁ + v₀) with the velocities v₀ and v₁ that the positions
 * of three rows and their stated times give. Sound motions have e near 0.
 */
final class HiddenJitter implements Detector {

  private static final int SAMPLE = 16_384;
  private static final int ENOUGH_ROWS = 200;

  /** A joint moves if it has this share of its root mean square speed. */
  private static final double MOVING = 0.2;

  /** A median of 5 % means intervals that are off by as much. */
  private static final double JITTER = 0.05;

  /** Joints agree if they differ by less than this share of what they show. */
  private static final double AGREEMENT = 0.3;

  private final Columns columns;
  private final double[] slow;
  private final ValueSample common;
  private final ValueSample spread;
  private final double[] asymmetry;

  HiddenJitter(Context context) {
    this.columns = context.columns();
    this.slow = new double[columns.joints()];
    this.asymmetry = new double[columns.joints()];
    this.common = new ValueSample(context.samples(), SAMPLE);
    this.spread = new ValueSample(context.samples(), SAMPLE);
    for (int joint = 0; joint < slow.length; joint++) {
      double rms = context.profile(Quantity.POSITION, joint).rmsStep() / context.samplePeriod();
      slow[joint] = MOVING * rms;
    }
  }

  @Override
  public void row(Rows rows) {
    if (rows.timeStep() < 2) {
      return;
    }
    double earlier = rows.time(1) - rows.time(2);
    int moving = 0;
    for (int joint = 0; joint < slow.length; joint++) {
      int column = columns.index(Quantity.POSITION, joint);
      double after = rows.step(column) / rows.interval();
      double before = ((double) rows.at(1, column) - rows.at(2, column)) / earlier;
      if (Math.abs(after + before) / 2 > slow[joint]) {
        asymmetry[moving++] = (after - before) / (after + before);
      }
    }
    if (moving >= 2) {
      offer(moving);
    }
  }

  private void offer(int moving) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < moving; i++) {
      low = Math.min(low, asymmetry[i]);
      high = Math.max(high, asymmetry[i]);
      sum += asymmetry[i];
    }
    common.offer(Math.abs(sum / moving));
    spread.offer(high - low);
  }

  @Override
  public List<Finding> findings() {
    SortedSample seen = common.sorted();
    double median = seen.median();
    if (seen.size() < ENOUGH_ROWS
        || !(median > JITTER)
        || spread.sorted().median() > AGREEMENT * median) {
      return List.of();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "the joints advance as if rows had been sampled %.0f %% too early and too late in turn,"
                + " all joints alike: t or the sampling period is not the true time of a row",
            100 * median);
    return List.of(new Finding(Kind.HIDDEN_JITTER, List.of(new Evidence("t", median)), sentence));
  }
}
