package lindyn.bench.job;

import java.util.Locale;

/**
 * What tells a job from all others; its columns in a table of results.
 *
 * @param task what is done, such as {@code wave}
 * @param model name of the model
 * @param samples n
 * @param setting what else there is to choose, such as {@code permuted}
 * @param repeat from 1
 */
public record Labels(String task, String model, int samples, String setting, int repeat) {

  /** Returns the relative path of a file, without its ending. */
  String path() {
    return String.format(Locale.ROOT, "%s/%s/n%d-%s-%02d", task, model, samples, setting, repeat);
  }
}
