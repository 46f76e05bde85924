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

  /** Way of the joint meanwhile, as a share of the standard deviation of its position. */
  private static final double WAY = 0.2;

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
      tracks.add(new Track(profile, context.columns(), WAY * position.deviation()));
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

  /** One column and how far its joint goes while it stands still. */
  private static final class Track {

    private final ColumnProfile profile;
    private final int column;
    private final int position;
    private final int velocity;
    private final double enough;
    private int run;
    private double seconds;
    private double way;
    private double longest;

    Track(ColumnProfile profile, Columns columns, double enough) {
      int joint = profile.column().joint();
      this.profile = profile;
      this.column = columns.index(profile.column().quantity(), joint);
      this.position = columns.index(Quantity.POSITION, joint);
      this.velocity = columns.index(Quantity.VELOCITY, joint);
      this.enough = enough;
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
      way +=
          column == position
              ? rows.interval() * (rows.at(0, velocity) + rows.at(1, velocity)) / 2
              : rows.step(position);
      if (run >= SHORTEST_RUN && seconds >= SHORTEST_SECONDS && Math.abs(way) > enough) {
        longest = Math.max(longest, seconds);
      }
    }
  }
}
