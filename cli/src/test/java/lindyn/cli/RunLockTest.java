package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import lindyn.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir Path folder;

  @Test
  void onlyOneHasIt() {
    RunLock lock = RunLock.of(folder);

    assertThrows(InputException.class, () -> RunLock.of(folder));
    lock.close();
    assertDoesNotThrow(() -> RunLock.of(folder).close());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThrows(UncheckedIOException.class, () -> RunLock.of(folder.resolve("missing")));
  }
}
