package lindyn.log.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import lindyn.signal.CentralDifferences;
import lindyn.signal.GoldenFilters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreparedRowsTest {

  private static final InputFile FILE = new InputFile(Path.of("arm.csv"));
  private static final IrregularTimes KEEP = new IrregularTimes.Keep();
  private static final IrregularTimes REFUSE = new IrregularTimes.Refuse();
  private static final IrregularTimes.Resample RESAMPLE = IrregularTimes.Resample.DEFAULT;
  private static final Differentiation ZERO_PHASE = new Differentiation.ZeroPhaseButterworth(10);
  private static final Derivatives FROM_Q = new Derivatives(ZERO_PHASE, ZERO_PHASE);

  private final CollectedRows rows = new CollectedRows();

  @Test
  void completeRowsWithTheirTimesAreNotEvenTouched() {
    assertSame(
        rows, PreparedRows.before(rows, FILE, KEEP, new RowShape(2, Derivatives.MEASURED, 3)));
  }

  @Test
  void refusingPassesEachRowOnAtOnce() {
    RowSink sink =
        PreparedRows.before(rows, FILE, REFUSE, new RowShape(1, Derivatives.MEASURED, 0));
    sink.begin("a");
    sink.add(0, new float[] {1, 2, 3});

    assertArrayEquals(new float[] {1, 2, 3}, rows.row("a", 0));
  }

  static List<Differentiation> differentiations() {
    return List.of(
        new Differentiation.ZeroPhaseButterworth(10),
        new Differentiation.SavitzkyGolay(0.15, 3),
        new Differentiation.CausalButterworth(20));
  }

  /** A slow swing: what is derived must be its derivatives, but for the causal filter's delay. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("differentiations")
  void derivesVelocitiesAndAccelerationsOfASwing(Differentiation by) {
    double w = 2 * Math.PI * 0.5;
    double[][] q = at(0.004, 1000, t -> new double[] {Math.sin(w * t), Math.cos(w * t), 7, 1 + t});

    push(new RowShape(2, new Derivatives(by, by), 2), KEEP, 0.004, q);

    double delay = by instanceof Differentiation.CausalButterworth ? 0.0133 : 0;
    for (int t = 100; t < 900; t++) {
      double qdTime = t * 0.004 - delay;
      double qddTime = t * 0.004 - 2 * delay;
      float[] row = rows.row("a", t);
      assertEquals((float) q[t][0], row[0], 0, "q stays as it is");
      assertEquals(w * Math.cos(w * qdTime), row[2], 0.02 * w, "qd1 at " + t);
      assertEquals(-w * Math.sin(w * qdTime), row[3], 0.02 * w, "qd2 at " + t);
      assertEquals(-w * w * Math.sin(w * qddTime), row[4], 0.02 * w * w, "qdd1 at " + t);
      assertEquals(-w * w * Math.cos(w * qddTime), row[5], 0.02 * w * w, "qdd2 at " + t);
      assertEquals(7, row[6], 0);
      assertEquals((float) (1 + t * 0.004), row[7], 0);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differentiations")
  void derivesAccelerationsFromMeasuredVelocities(Differentiation by) {
    double[][] data = at(0.01, 300, t -> new double[] {0, Math.sin(t), 5}); // q says nothing of qd

    push(new RowShape(1, Derivatives.of(true, false, by), 1), KEEP, 0.01, data);

    double delay = by instanceof Differentiation.CausalButterworth ? 0.016 : 0;
    for (int t = 50; t < 250; t++) {
      assertEquals((float) data[t][1], rows.row("a", t)[1], 0);
      assertEquals(Math.cos(t * 0.01 - delay), rows.row("a", t)[2], 0.01, "qdd at " + t);
    }
  }

  @Test
  void derivesVelocitiesAndKeepsMeasuredAccelerations() {
    double[][] data = at(0.01, 100, t -> new double[] {2 * t, 5, 6}); // q, qdd, tau

    push(new RowShape(1, Derivatives.of(false, true, ZERO_PHASE), 1), KEEP, 0.01, data);

    assertArrayEquals(new float[] {1, 2, 5, 6}, rows.row("a", 50), 1e-4f); // far from the ends
  }

  @Test
  void agreesWithScipyOverall() {
    var golden = new GoldenFilters(60);
    double[] x = golden.x();

    push(
        new RowShape(1, FROM_Q, 0),
        KEEP,
        GoldenFilters.PERIOD,
        Arrays.stream(x).mapToObj(q -> new double[] {q}).toArray(double[][]::new));

    double[] qd =
        CentralDifferences.derivative(golden.column("zero-phase 10"), GoldenFilters.PERIOD);
    assertArrayEquals(qd, rows.column("a", 1), 1e-4); // float32 q, differences over 8 ms
    double[] qdd = CentralDifferences.derivative(qd, GoldenFilters.PERIOD);
    assertArrayEquals(qdd, rows.column("a", 2), 1e-2);
  }

  @Test
  void trajectoriesAreFilteredApart() {
    RowSink sink = PreparedRows.before(rows, FILE, KEEP, new RowShape(1, FROM_Q, 0));
    for (String id : List.of("a", "b")) {
      sink.begin(id);
      for (int t = 0; t < 30; t++) {
        sink.add(t * 0.01, new float[] {id.equals("a") ? 1 : 2});
      }
      sink.end();
    }

    assertEquals(List.of("a", "b"), rows.ids());
    assertEquals(2, rows.ended());
    assertArrayEquals(new double[30], rows.column("a", 1), 1e-9); // constants rest
    assertArrayEquals(new double[30], rows.column("b", 2), 1e-6);
  }

  @Test
  void evenTimesAreNotChangedByResampling() {
    double[][] data = at(0.01, 50, t -> new double[] {Math.sin(9 * t), 1 / (t + 1), t * t, 3, t});

    push(new RowShape(1, Derivatives.MEASURED, 2), RESAMPLE, 0.01, data);

    assertEquals(50, rows.times("a").length);
    for (int t = 0; t < 50; t++) {
      for (int column = 0; column < 5; column++) {
        assertEquals((float) data[t][column], rows.row("a", t)[column], 0);
      }
    }
  }

  @Test
  void resamplesToTheMedianPeriodAndDerives() {
    double[] times = IntStream.range(0, 400).mapToDouble(PreparedRowsTest::shaken).toArray();
    RowSink sink = PreparedRows.before(rows, FILE, RESAMPLE, new RowShape(1, FROM_Q, 1));
    sink.begin("a");
    for (double time : times) {
      sink.add(time, new float[] {(float) Math.sin(3 * time), (float) (2 * time)});
    }
    sink.end();

    double[] even = rows.times("a");
    double period = EvenTimes.medianInterval(times);
    for (int t = 30; t < even.length - 30; t++) {
      assertEquals(times[0] + t * period, even[t], 1e-12);
      assertEquals(
          Math.sin(3 * even[t]),
          rows.row("a", t)[0],
          1e-4); // h² times the curvature, not all of it caught
      assertEquals(3 * Math.cos(3 * even[t]), rows.row("a", t)[1], 0.01);
      assertEquals(2 * even[t], rows.row("a", t)[3], 1e-5);
    }
  }

  /** Every third sample comes 4 ms late. */
  private static double shaken(int sample) {
    return 5 + sample * 0.01 + (sample % 3 == 0 ? 0.004 : 0);
  }

  @Test
  void resamplesToAGivenPeriod() {
    double[][] data = at(0.01, 11, t -> new double[] {t, 1, 0});

    push(new RowShape(1, Derivatives.MEASURED, 0), RESAMPLE.withPeriod(0.025), 0.01, data);

    assertArrayEquals(new double[] {0, 0.025, 0.05, 0.075, 0.1}, rows.times("a"), 1e-12);
    assertArrayEquals(new double[] {0, 0.025, 0.05, 0.075, 0.1}, rows.column("a", 0), 1e-8);
  }

  @Test
  void shortTrajectoriesAreResampledByStraightLines() {
    RowSink sink =
        PreparedRows.before(
            rows, FILE, RESAMPLE.withPeriod(0.5), new RowShape(1, Derivatives.MEASURED, 0));
    sink.begin("pair");
    sink.add(1, new float[] {2, 0, 0});
    sink.add(2, new float[] {4, 0, 0});
    sink.end();
    sink.begin("single");
    sink.add(9, new float[] {5, 6, 7});
    sink.end();

    assertArrayEquals(new double[] {2, 3, 4}, rows.column("pair", 0), 1e-12);
    assertArrayEquals(new double[] {9}, rows.times("single"), 0);
    assertArrayEquals(new float[] {5, 6, 7}, rows.row("single", 0));
  }

  @Test
  void refusesToInventDataInAGap() {
    assertEquals(
        "arm.csv: trajectory \"a\", sample 3 at t = 0.15 s comes after a gap of 0.14 s, 14 periods of"
            + " 0.01 s; filling it would invent data; end the trajectory there and begin another, or"
            + " give a larger --max-gap than 10",
        failure(Derivatives.MEASURED, RESAMPLE, 0, 0.01, 0.15, 0.16, 0.17));
  }

  @Test
  void fillsAGapThatIsAllowed() {
    pushTimes(
        Derivatives.MEASURED,
        new IrregularTimes.Resample(OptionalDouble.empty(), 14),
        0,
        0.01,
        0.15,
        0.16,
        0.17);

    assertEquals(18, rows.times("a").length);
  }

  @Test
  void refusesIrregularTimesIfAsked() {
    assertEquals(
        "arm.csv: trajectory \"a\", sample 4 at t = 0.05 s is 0.03 s after the one before, but the"
            + " median is 0.01 s; expected even times (within 25 %), as --irregular refuse asks;"
            + " give --irregular resample or repair the times",
        failure(Derivatives.MEASURED, REFUSE, 0, 0.01, 0.02, 0.05, 0.06));
  }

  @Test
  void refusesIrregularTimesLateInALongTrajectory() {
    double[] times = IntStream.range(0, 5000).mapToDouble(t -> t < 4000 ? t : t + 0.5).toArray();

    assertEquals(
        "arm.csv: trajectory \"a\", sample 4001 at t = 4000.5 s is 1.5 s after the one before, but"
            + " the median is 1 s; expected even times (within 25 %), as --irregular refuse asks;"
            + " give --irregular resample or repair the times",
        failure(Derivatives.MEASURED, REFUSE, times)
            .replace("1.500 s", "1.5 s")
            .replace("1.000 s", "1 s"));
  }

  @Test
  void derivationNeedsEvenTimes() {
    assertEquals(
        "arm.csv: trajectory \"a\", sample 4 at t = 0.05 s is 0.03 s after the one before, but the"
            + " median is 0.01 s; expected even times (within 25 %), since qd or qdd must be derived;"
            + " give --irregular resample or repair the times",
        failure(FROM_Q, KEEP, 0, 0.01, 0.02, 0.05, 0.06));
  }

  @Test
  void slightlyUnevenTimesAreKept() {
    pushTimes(FROM_Q, KEEP, 0, 0.0099, 0.0201, 0.03);

    assertArrayEquals(new double[] {0, 0.0099, 0.0201, 0.03}, rows.times("a"), 0);
  }

  @Test
  void tooSlowSamplingNamesTheCutoff() {
    assertEquals(
        "arm.csv: trajectory \"a\" has one sample every 0.1 s, which shows nothing above 5 Hz,"
            + " but qd or qdd are to be derived with a cut-off of 10 Hz; give a lower --cutoff",
        failure(FROM_Q, KEEP, 0, 0.1, 0.2, 0.3));
  }

  @Test
  void tooSlowSamplingNamesTheWindow() {
    var by = new Differentiation.SavitzkyGolay(0.12, 3);

    assertEquals(
        "arm.csv: trajectory \"a\" has one sample every 0.1 s, so a window of 0.12 s holds 1"
            + " samples, but polynomials of order 3 need more samples than that; give a longer"
            + " --smoothing-window",
        failure(new Derivatives(by, by), KEEP, 0, 0.1, 0.2, 0.3));
  }

  @Test
  void aSingleSampleHasNoDerivative() {
    assertEquals(
        "arm.csv: trajectory \"a\" has a single sample, expected two or more to derive qd or qdd;"
            + " drop it",
        failure(FROM_Q, KEEP, 3));
  }

  private String failure(Derivatives derivatives, IrregularTimes irregular, double... times) {
    return String.valueOf(
        assertThrows(InputException.class, () -> pushTimes(derivatives, irregular, times))
            .getMessage());
  }

  /** Sends a trajectory of zeros. */
  private void pushTimes(Derivatives derivatives, IrregularTimes irregular, double... times) {
    var shape = new RowShape(1, derivatives, 1);
    RowSink sink = PreparedRows.before(rows, FILE, irregular, shape);
    sink.begin("a");
    for (double time : times) {
      sink.add(time, new float[shape.width()]);
    }
    sink.end();
  }

  private interface RowAt {
    double[] at(double time);
  }

  private static double[][] at(double period, int samples, RowAt row) {
    return IntStream.range(0, samples).mapToObj(t -> row.at(t * period)).toArray(double[][]::new);
  }

  private void push(RowShape shape, IrregularTimes irregular, double period, double[][] data) {
    RowSink sink = PreparedRows.before(rows, FILE, irregular, shape);
    sink.begin("a");
    for (int t = 0; t < data.length; t++) {
      float[] row = new float[data[t].length];
      for (int column = 0; column < row.length; column++) {
        row[column] = (float) data[t][column];
      }
      sink.add(t * period, row);
    }
    sink.end();
  }
}
