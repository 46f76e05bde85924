package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import lindyn.run.Invocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFolderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "runs/2026-01-01_12-00-00 | lindyn resume runs/2026-01-01_12-00-00",
        "my run | lindyn resume 'my run'",
        "Ann's | lindyn resume 'Ann'\\''s'"
      })
  void saysHowToGoOnAsAShellTakesIt(Path path, String command) {
    try (RunFolder folder = RunFolder.planned(path, new Invocation(List.of(), "."))) {
      assertEquals(command, folder.resumeCommand());
    }
  }
}
