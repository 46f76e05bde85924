package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerPropertiesTest {

  private final PeerProperties properties =
      PeerProperties.ofLines(List.of("# a comment", "layers=2", "learningRate=0.1"));

  @Test
  void readsNumbers() {
    assertEquals(2, properties.count("layers"));
    assertEquals(0.1, properties.number("learningRate"));
  }

  @Test
  void namesWhatIsMissing() {
    var error = assertThrows(IllegalArgumentException.class, () -> properties.number("updates"));

    assertTrue(String.valueOf(error.getMessage()).startsWith("no updates among"));
  }
}
