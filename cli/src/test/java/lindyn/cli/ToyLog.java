package lindyn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A log of a made-up robot with two joints, whose friction remembers: tau lags behind. */
final class ToyLog {

  static final int TIME_STEPS = 150;
  private static final double PERIOD = 0.01;

  private ToyLog() {}

  /** Writes trajectories 1, 2, … to a file. */
  static Path write(Path file, int trajectories, long seed) {
    var csv = new StringBuilder("trajectory,t,q1,q2,qd1,qd2,qdd1,qdd2,tau1,tau2\n");
    var random = new SplittableRandom(seed);
    for (int id = 1; id <= trajectories; id++) {
      append(csv, id, random);
    }
    try {
      return Files.writeString(file, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder csv, int id, SplittableRandom random) {
    double frequency = random.nextDouble(3, 6);
    double phase = random.nextDouble(0, 6);
    double friction = 0;
    for (int t = 0; t < TIME_STEPS; t++) {
      double angle = frequency * t * PERIOD + phase;
      double q = Math.sin(angle);
      double qd = frequency * Math.cos(angle);
      double qdd = -frequency * frequency * q;
      friction += 0.2 * (Math.tanh(qd) - friction);
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f%n",
              id,
              t * PERIOD,
              q,
              0.5 * q,
              qd,
              0.5 * qd,
              qdd,
              0.5 * qdd,
              0.4 * qdd + 9.81 * Math.cos(q) + 3 * friction,
              0.1 * qdd + 2 * Math.sin(0.5 * q) + friction));
    }
  }
}
