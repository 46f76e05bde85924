package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import org.junit.jupiter.api.Test;

class DamageReasonTest {

  @Test
  void isTheTextOfTheDeepestCause() {
    var failure = new IllegalStateException(new IOException("invalid block type"));

    assertEquals("invalid block type", DamageReason.of(failure));
  }

  @Test
  void neverSpeaksOfClasses() {
    assertEquals("it ends early", DamageReason.of(new EOFException()));
    assertEquals("it ends early", DamageReason.of(new BufferUnderflowException()));
    assertEquals(
        "its bytes do not decode",
        DamageReason.of(new ClassCastException("class us.hebi.matlab.mat.Mat cannot be cast")));
    assertEquals(
        "its bytes do not decode",
        DamageReason.of(new NullPointerException("Cannot invoke \"Page.size()\"")));
  }
}
