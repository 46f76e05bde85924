package lindyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivativesTest {

  private static final Differentiation BY = new Differentiation.SavitzkyGolay(0.12, 3);

  @Test
  void saysWhatWasDerivedFromWhat() {
    assertEquals("qd and qdd measured", Derivatives.MEASURED.description());
    assertEquals(
        "qd and qdd derived from q: Savitzky-Golay filter, window 0.12 s, order 3",
        Derivatives.of(false, false, BY).description());
    assertEquals(
        "qd measured; qdd derived from qd: zero-phase Butterworth filter, order 2, 10 Hz",
        Derivatives.of(true, false, Differentiation.DEFAULT).description());
    assertEquals(
        "qd derived from q: causal Butterworth filter, order 2, 7.5 Hz; qdd measured",
        Derivatives.of(false, true, new Differentiation.CausalButterworth(7.5)).description());
  }

  @Test
  void knowsTheFilter() {
    assertEquals(Optional.empty(), Derivatives.MEASURED.differentiation());
    assertEquals(Optional.of(BY), Derivatives.of(true, false, BY).differentiation());
    assertEquals(Optional.of(BY), Derivatives.of(false, true, BY).differentiation());
  }

  @Test
  void refusesTwoFilters() {
    assertThrows(
        IllegalArgumentException.class, () -> new Derivatives(BY, Differentiation.DEFAULT));
  }

  @Test
  void refusesFiltersThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new Differentiation.ZeroPhaseButterworth(0));
    assertThrows(
        IllegalArgumentException.class, () -> new Differentiation.CausalButterworth(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Differentiation.SavitzkyGolay(0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Differentiation.SavitzkyGolay(-1, 3));
  }
}
