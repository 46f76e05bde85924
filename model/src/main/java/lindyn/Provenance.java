package lindyn;

import java.util.List;

/**
 * Where a model comes from.
 *
 * @param lindynVersion version of this toolkit
 * @param tensorflowVersion version of TensorFlow that trained the model
 * @param createdAt when training ended, ISO 8601 in UTC
 * @param seed seed of weights, split and batch order
 * @param device device that the training step ran on
 * @param sources the logs that the model was made from
 */
public record Provenance(
    String lindynVersion,
    String tensorflowVersion,
    String createdAt,
    long seed,
    String device,
    List<Source> sources) {

  /** Copies the list. */
  public Provenance {
    sources = List.copyOf(sources);
  }

  /**
   * One log.
   *
   * @param file name of the file, without its folder
   * @param sha256 hash of the file's bytes, in hexadecimal
   * @param samples number of rows
   */
  public record Source(String file, String sha256, long samples) {}
}
