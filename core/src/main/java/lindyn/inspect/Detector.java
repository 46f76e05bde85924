package lindyn.inspect;

import java.util.List;

/** Looks for findings in the second walk through a log. */
interface Detector extends RowListener {

  /** Returns what was found, after the walk. */
  List<Finding> findings();

  static List<Detector> all(Context context) {
    return List.of(
        new RateCheck(context),
        new HiddenJitter(context),
        new AngleWraps(context),
        new StuckSensors(context),
        new HeldValues(context),
        new Saturation(context),
        new Spikes(context),
        new Outliers(context));
  }
}
