package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/**
 * Finds columns that repeat their number from row to row while they move: sensors that are read
 * more slowly than the log is written. A robot at rest repeats numbers too, so repeats count only
 * between two strong steps.
 */
final class HeldValues implements Detector {

  private static final int LONGEST_RUN = 50;

  /** A step is strong if it has this share of the column's root mean square step. */
  private static final double STRONG = 0.25;

  /** Repeats that a smooth signal may have; it passes no place twice. */
  private static final double SHARE_IF_SMOOTH = 0.05;

  /** Repeats that noise may have; a quantised one meets the same number often by chance. */
  private static final double SHARE_IF_ROUGH = 0.35;

  private final Context context;
  private final List<Track> tracks = new ArrayList<>();

  HeldValues(Context context) {
    this.context = context;
    for (ColumnProfile profile : context.profiles()) {
      tracks.add(new Track(profile));
    }
  }

  @Override
  public void begin(Trajectory trajectory) {
    tracks.forEach(Track::begin);
  }

  @Override
  public void row(Rows rows) {
    if (rows.timeStep() > 0) {
      for (int column = 0; column < rows.columns(); column++) {
        tracks.get(column).add(rows.step(column), rows.at(0, column));
      }
    }
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      ColumnProfile profile = context.profiles().get(i);
      boolean judged =
          profile.column().quantity() != Quantity.EXTRA
              && !profile.isConstant()
              && !profile.isCoarse();
      if (judged && tracks.get(i).isHeld(context.samples())) {
        evidence.add(new Evidence(profile.column().name(), tracks.get(i).share()));
      }
    }
    if (evidence.isEmpty()) {
      return List.of();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "%s repeat%s the row before in up to %.0f %% of the rows in motion",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "",
            100 * Finding.largest(evidence).value());
    return List.of(new Finding(Kind.HELD, evidence, sentence));
  }

  /** The steps of one column. */
  private static final class Track {

    private final ColumnProfile profile;
    private final double strong;
    private double before;
    private int run;
    private long repeats;
    private long moving;
    private long sameSign;
    private long pairs;

    Track(ColumnProfile profile) {
      this.profile = profile;
      this.strong = STRONG * profile.rmsStep();
    }

    void begin() {
      before = 0;
      run = 0;
    }

    void add(double step, double value) {
      if (step == 0) {
        run += profile.isExtreme(value) ? 0 : 1; // at a limit it is saturation
        return;
      }
      boolean both = Math.abs(step) >= strong && Math.abs(before) >= strong;
      if (both) {
        pairs++;
        sameSign += before * step > 0 ? 1 : 0;
        repeats += run <= LONGEST_RUN ? run : 0;
      }
      moving += Math.abs(step) >= strong ? 1 : 0;
      before = step;
      run = 0;
    }

    double share() {
      return (double) repeats / Math.max(1, repeats + moving);
    }

    boolean isHeld(long samples) {
      boolean smooth = sameSign > 0.8 * pairs;
      return repeats + moving >= Math.max(100, samples / 100)
          && share() > (smooth ? SHARE_IF_SMOOTH : SHARE_IF_ROUGH);
    }
  }
}
