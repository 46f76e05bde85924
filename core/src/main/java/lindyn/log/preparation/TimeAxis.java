package lindyn.log.preparation;

/** The times that a trajectory's rows shall have, and the numbers there. */
interface TimeAxis {

  /** Returns the number of times. */
  int size();

  /** Returns a time, in s. */
  double time(int i);

  /** Returns the period of the times, in s, if they are even; there must be two. */
  double period();

  /** Returns the numbers of a curve without corners through the samples. */
  double[] cubic(double[] x);

  /** Returns the numbers of straight lines between the samples. */
  double[] linear(double[] x);
}
