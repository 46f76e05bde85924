package lindyn.examples.arm;

import java.util.SplittableRandom;

/** A random state of the seven joints. */
record RandomState(Joints q, Joints qd, Joints qdd) {

  /** Seven numbers; a class of its own, because records compare arrays by identity. */
  static final class Joints {

    private final double[] numbers;

    private Joints(double[] numbers) {
      this.numbers = numbers;
    }

    double[] copy() {
      return numbers.clone();
    }
  }

  static RandomState of(SplittableRandom random) {
    return new RandomState(
        new Joints(random.doubles(7, -3, 3).toArray()),
        new Joints(random.doubles(7, -2, 2).toArray()),
        new Joints(random.doubles(7, -8, 8).toArray()));
  }

  /** Returns the state a time later, if the acceleration lasts. */
  RandomState after(double time) {
    double[] laterQ = q.copy();
    double[] laterQd = qd.copy();
    for (int j = 0; j < 7; j++) {
      laterQ[j] += time * laterQd[j] + time * time / 2 * qdd.numbers[j];
      laterQd[j] += time * qdd.numbers[j];
    }
    return new RandomState(new Joints(laterQ), new Joints(laterQd), qdd);
  }
}
