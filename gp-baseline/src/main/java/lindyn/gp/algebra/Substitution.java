package lindyn.gp.algebra;

/** Solves with a triangular matrix in plain Java, for many right-hand sides at once. */
final class Substitution {

  /** Right-hand sides at a time: long enough for vector instructions, short for the cache. */
  private static final int WIDTH = 128;

  private final Matrix l;

  Substitution(Matrix l) {
    this.l = l;
  }

  /** B := L⁻¹ B. */
  void solveLower(Matrix b) {
    for (Region region : Region.all(b).pieces(b.rows(), WIDTH)) {
      Strips x = Strips.ofRows(b, region);
      forward(x);
      x.writeRows(b, region);
    }
  }

  /** B := L⁻ᵀ B. */
  void solveLowerTransposed(Matrix b) {
    for (Region region : Region.all(b).pieces(b.rows(), WIDTH)) {
      Strips x = Strips.ofRows(b, region);
      backward(x, 1);
      x.writeRows(b, region);
    }
  }

  /** B := −B L⁻¹. */
  void solveLowerFromRightNegated(Matrix b) {
    for (Region region : Region.all(b).pieces(WIDTH, b.columns())) {
      Strips x = Strips.ofColumns(b, region);
      backward(x, -1);
      x.writeColumns(b, region);
    }
  }

  /** B := B L⁻ᵀ. */
  void solveLowerTransposedFromRight(Matrix b) {
    for (Region region : Region.all(b).pieces(WIDTH, b.columns())) {
      Strips x = Strips.ofColumns(b, region);
      forward(x);
      x.writeColumns(b, region);
    }
  }

  /** Solves Σ_k l_jk x_k = x_j for the vectors x, from the first on. */
  private void forward(Strips x) {
    double[] weights = new double[x.count()];
    for (int j = 0; j < x.count(); j++) {
      for (int k = 0; k < j; k++) {
        weights[k] = -l.at(j, k);
      }
      x.addTo(x.vector(j), 0, weights, 0, j);
      x.divide(j, 0, l.at(j, j));
    }
  }

  /** Solves Σ_k l_kj x_k = sign · x_j for the vectors x, from the last on. */
  private void backward(Strips x, double sign) {
    double[] weights = new double[x.count()];
    for (int j = x.count() - 1; j >= 0; j--) {
      for (int k = j + 1; k < x.count(); k++) {
        weights[k] = -sign * l.at(k, j);
      }
      x.addTo(x.vector(j), 0, weights, j + 1, x.count());
      x.divide(j, 0, sign * l.at(j, j));
    }
  }
}
