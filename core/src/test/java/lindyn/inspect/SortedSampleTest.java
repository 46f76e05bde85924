package lindyn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SortedSampleTest {

  @Test
  void resolutionIsTheStepOfAQuantisedSignal() {
    var sample = SortedSample.of(new double[] {0.3f, 0.1f, 0.7f, 0.1f, 0.30000004f});

    assertEquals(0.2, sample.resolution(), 1e-6); // float32; the step of one ulp is rounding
    assertEquals(4, sample.distinct());
  }

  @Test
  void histogramCountsTheUpperEndToo() {
    var sample = SortedSample.of(new double[] {0, 0.4, 0.6, 1, 1});

    assertEquals(List.of(2, 3), sample.histogram(0, 1, 2));
  }

  @Test
  void aConstantSampleHasOneBarAndNoResolution() {
    var sample = SortedSample.of(new double[] {2, 2, 2});

    assertEquals(List.of(3, 0), sample.histogram(2, 2, 2));
    assertEquals(0, sample.resolution());
  }

  @Test
  void anEmptySampleHasNoQuantiles() {
    assertTrue(Double.isNaN(SortedSample.of(new double[0]).median()));
  }
}
