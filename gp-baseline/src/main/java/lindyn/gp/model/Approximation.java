package lindyn.gp.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import lindyn.Checks;

/** How a Gaussian process copes with more samples than its O(n³) allows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Approximation.SubsetOfData.class, name = "subset-of-data"),
  @JsonSubTypes.Type(value = Approximation.Sparse.class, name = "sparse")
})
public sealed interface Approximation {

  /** Returns the most samples that it learns from; of more it draws so many at random. */
  int points();

  /** Returns how many of those samples its hyper-parameters are found on. */
  int searchPoints();

  /** Returns this approximation with no greater numbers than there are samples. */
  Approximation ofAtMost(int samples);

  /**
   * The exact process of a random subset, R&amp;W section 8.3.3: O(points³).
   *
   * @param points the most samples
   */
  record SubsetOfData(int points) implements Approximation {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if there are fewer than 2 points
     */
    public SubsetOfData {
      requireTwo(points);
    }

    @Override
    public int searchPoints() {
      return points;
    }

    @Override
    public SubsetOfData ofAtMost(int samples) {
      return new SubsetOfData(Math.min(points, samples));
    }
  }

  /**
   * The variational sparse process (Titsias 2009): O(points · inducingPoints²).
   *
   * <p>Its hyper-parameters maximise the bound on a random part of the samples. Errors of
   * neighbouring samples of a log are alike, which no kernel of the inputs explains: to a process
   * that sees all of them noise looks like signal, and its length scales become too short.
   *
   * @param points the most samples
   * @param inducingPoints how many inputs stand for them, chosen by k-means
   * @param searchPoints the most samples that hyper-parameters are found on
   */
  record Sparse(int points, int inducingPoints, int searchPoints) implements Approximation {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are fewer than 2 points, no inducing point, or
     *     fewer search points than inducing points
     */
    public Sparse {
      requireTwo(points);
      Checks.positive(inducingPoints, "inducing points");
      if (searchPoints < Math.max(2, inducingPoints)) {
        throw new IllegalArgumentException(
            String.format(
                "search points must be at least 2 and as many as the %d inducing points, got %d",
                inducingPoints, searchPoints));
      }
    }

    @Override
    public Sparse ofAtMost(int samples) {
      int most = Math.min(points, samples);
      return new Sparse(most, Math.min(inducingPoints, most), Math.min(searchPoints, most));
    }
  }

  private static void requireTwo(int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points must be at least 2, got " + points);
    }
  }
}
