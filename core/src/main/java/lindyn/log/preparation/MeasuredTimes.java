package lindyn.log.preparation;

/** The times of the samples themselves. */
final class MeasuredTimes implements TimeAxis {

  private final double[] times;

  MeasuredTimes(double[] times) {
    this.times = times;
  }

  @Override
  public int size() {
    return times.length;
  }

  @Override
  public double time(int i) {
    return times[i];
  }

  @Override
  public double period() {
    return EvenTimes.medianInterval(times);
  }

  @Override
  public double[] cubic(double[] x) {
    return x;
  }

  @Override
  public double[] linear(double[] x) {
    return x;
  }
}
