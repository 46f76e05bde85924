package lindyn.folder;

import java.util.stream.Collectors;
import lindyn.Provenance;

/** The logs that a model was made from, as a table of a model card. */
public final class SourceTable {

  private SourceTable() {}

  /** Returns the table as Markdown. */
  public static String text(Provenance origin) {
    if (origin.sources().isEmpty()) {
      return "The training data is not known.";
    }
    return "| training data | samples | SHA-256 |\n|---|---|---|\n"
        + origin.sources().stream()
            .map(log -> "| " + log.file() + " | " + log.samples() + " | " + log.sha256() + " |")
            .collect(Collectors.joining("\n"));
  }
}
