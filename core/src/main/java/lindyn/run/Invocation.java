package lindyn.run;

import java.util.List;

/**
 * The command that started a run.
 *
 * @param arguments of {@code lindyn}
 * @param folder absolute path of the folder that relative paths among them start from
 */
public record Invocation(List<String> arguments, String folder) {

  /** Copies the list. */
  public Invocation {
    arguments = List.copyOf(arguments);
  }
}
