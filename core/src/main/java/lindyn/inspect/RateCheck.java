package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import lindyn.Trajectory;
import lindyn.inspect.RateVerdict.OfJoint;
import lindyn.inspect.RateVerdict.Scaled;
import lindyn.inspect.RateVerdict.Sound;
import lindyn.inspect.RateVerdict.Unrelated;

/** Compares qd with the derivative of q, and qdd with the derivative of qd. */
final class RateCheck implements Detector {

  private static final int ENOUGH_STRETCHES = 20;

  /** A signal moves if it goes this much further in a stretch than its noise would take it. */
  private static final double ABOVE_NOISE = 4;

  private static final double TOLERANCE = 0.1;

  /** Below this share of explained change, nothing is said about the slope. */
  private static final double CLEAR = 0.5;

  private static final double UNRELATED = 0.1;

  private final Context context;
  private final Stretches stretches;

  RateCheck(Context context) {
    this.context = context;
    this.stretches = new Stretches(context);
  }

  @Override
  public void begin(Trajectory trajectory) {
    stretches.begin(trajectory);
  }

  @Override
  public void row(Rows rows) {
    stretches.row(rows);
  }

  @Override
  public List<Finding> findings() {
    List<RateVerdict> velocities = verdicts(Quantity.POSITION, Quantity.VELOCITY);
    List<RateVerdict> accelerations = verdicts(Quantity.VELOCITY, Quantity.ACCELERATION);
    return new RateFindings(context, velocities, accelerations).all();
  }

  private List<RateVerdict> verdicts(Quantity quantity, Quantity rate) {
    List<RateVerdict> verdicts = new ArrayList<>();
    for (int joint = 0; joint < context.columns().joints(); joint++) {
      boolean judged = stretches.size() >= ENOUGH_STRETCHES && moves(quantity, joint);
      verdicts.add(
          judged && !context.profile(rate, joint).isConstant()
              ? verdict(quantity, rate, joint)
              : new Sound());
    }
    return verdicts;
  }

  private boolean moves(Quantity quantity, int joint) {
    SortedSample roughness = context.profile(quantity, joint).roughness();
    double change = stretches.meanChange(context.columns().index(quantity, joint));
    return change > 0 && change > ABOVE_NOISE * roughness.mean();
  }

  private RateVerdict verdict(Quantity quantity, Quantity rate, int joint) {
    RateFit own = fit(quantity, joint, rate, joint);
    for (int other = 0; other < context.columns().joints(); other++) {
      if (other != joint && isMuchBetter(fit(quantity, joint, rate, other), own)) {
        return new OfJoint(other);
      }
    }
    if (own.explained() < UNRELATED) {
      return new Unrelated(own.explained());
    }
    double tolerance = Math.max(TOLERANCE, 1 - own.explained()); // noise flattens the line
    return own.explained() >= CLEAR && Math.abs(own.slope() - 1) > tolerance
        ? new Scaled(own.slope())
        : new Sound();
  }

  private static boolean isMuchBetter(RateFit other, RateFit own) {
    return other.explained() > 0.9
        && Math.abs(other.slope() - 1) < TOLERANCE
        && 1 - own.explained() > 0.05
        && 1 - other.explained() < 0.25 * (1 - own.explained());
  }

  private RateFit fit(Quantity quantity, int joint, Quantity rate, int rateJoint) {
    Columns columns = context.columns();
    return RateFit.of(stretches, columns.index(quantity, joint), columns.index(rate, rateJoint));
  }
}
