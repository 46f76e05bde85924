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
    public SubsetOfData ofAtMost(int samples) {
      return new SubsetOfData(Math.min(points, samples));
    }
  }

  /**
   * The variational sparse process (Titsias 2009): O(points · inducingPoints²).
   *
   * @param points the most samples
   * @param inducingPoints how many inputs stand for them, chosen by k-means
   */
  record Sparse(int points, int inducingPoints) implements Approximation {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are fewer than 2 points, or no inducing point
     */
    public Sparse {
      requireTwo(points);
      Checks.positive(inducingPoints, "inducing points");
    }

    @Override
    public Sparse ofAtMost(int samples) {
      int most = Math.min(points, samples);
      return new Sparse(most, Math.min(inducingPoints, most));
    }
  }

  private static void requireTwo(int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points must be at least 2, got " + points);
    }
  }
}
