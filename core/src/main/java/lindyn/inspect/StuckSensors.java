package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;

/**
 * Finds positions and torques that stand still for long while their joint moves: a position while
 * its velocity says that it goes somewhere, a torque while the position goes somewhere.
 */
final class StuckSensors implements Detector {

  private static final int SHORTEST_RUN = 25;
  private static final double SHORTEST_SECONDS = 0.2;

  /** Mean speed of the joint meanwhile, as a share of its usual one. */
  private static final double FAST = 0.5;

  private final Context context;
  private final List<Track> tracks = new ArrayList<>();

  StuckSensors(Context context) {
    this.context = context;
    for (int joint = 0; joint < context.columns().joints(); joint++) {
      addTrack(Quantity.POSITION, joint);
      addTrack(Quantity.TORQUE, joint);
    }
  }

  private void addTrack(Quantity quantity, int joint) {
    ColumnProfile profile = context.profile(quantity, joint);
    ColumnProfile position = context.profile(Quantity.POSITION, joint);
    if (!profile.isConstant() && !profile.isCoarse() && !position.isConstant()) {
      tracks.add(new Track(profile, context));
    }
  }

  @Override
  public void begin(Trajectory trajectory) {
    tracks.forEach(Track::begin);
  }

  @Override
  public void row(Rows rows) {
    if (rows.timeStep() > 0) {
      tracks.forEach(track -> track.add(rows));
    }
  }

  @Override
  public List<Finding> findings() {
    List<Evidence> evidence =
        tracks.stream()
            .filter(track -> track.longest > 0)
            .map(track -> new Evidence(track.profile.column().name(), track.longest))
            .toList();
    if (evidence.isEmpty()) {
      return List.of();
    }
    Evidence worst = Finding.largest(evidence);
    String sentence =
        String.format(
            Locale.ROOT,
            "%s stand%s still while the joint moves; %s for %.3g s",
            Finding.names(evidence),
            evidence.size() == 1 ? "s" : "",
            worst.where(),
            worst.value());
    return List.of(new Finding(Kind.STUCK, evidence, sentence));
  }

  /** One column, and how fast its joint moves while it stands still. */
  private static final class Track {

    private final ColumnProfile profile;
    private final int column;
    private final Motion motion;
    private final double fast;
    private int run;
    private double seconds;
    private double way;
    private double longest;

    Track(ColumnProfile profile, Context context) {
      int joint = profile.column().joint();
      boolean isPosition = profile.column().quantity() == Quantity.POSITION;
      this.profile = profile;
      this.column = context.columns().index(profile.column().quantity(), joint);
      int velocity = context.columns().index(Quantity.VELOCITY, joint);
      int position = context.columns().index(Quantity.POSITION, joint);
      // Rows and not seconds: the times may be in a wrong unit.
      this.motion = isPosition ? rows -> rows.at(0, velocity) : rows -> rows.step(position);
      this.fast =
          FAST
              * (isPosition
                  ? context.profile(Quantity.VELOCITY, joint).deviation()
                  : context.profile(Quantity.POSITION, joint).rmsStep());
    }

    void begin() {
      run = 0;
      seconds = 0;
      way = 0;
    }

    void add(Rows rows) {
      if (rows.step(column) != 0 || profile.isExtreme(rows.at(0, column))) {
        begin();
        return;
      }
      run++;
      seconds += rows.interval();
      way += motion.perRow(rows);
      boolean isLong = run >= SHORTEST_RUN && seconds >= SHORTEST_SECONDS;
      if (isLong && Math.abs(way) > run * fast) {
        longest = Math.max(longest, seconds);
      }
    }
  }

  /** How far a joint moves from row to row, in any unit. */
  @FunctionalInterface
  private interface Motion {
    double perRow(Rows rows);
  }
}
