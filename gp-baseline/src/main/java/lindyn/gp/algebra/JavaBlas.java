package lindyn.gp.algebra;

import java.util.OptionalInt;

/** Plain Java. */
final class JavaBlas implements Blas {

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void multiply(double alpha, Operand a, Operand b, double beta, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum += at(a, i, k) * at(b, k, j);
        }
        c.set(i, j, alpha * sum + (beta == 0 ? 0 : beta * c.at(i, j)));
      }
    }
  }

  private static double at(Operand operand, int row, int column) {
    return operand instanceof Transposed transposed
        ? transposed.matrix().at(column, row)
        : ((Matrix) operand).at(row, column);
  }

  @Override
  public OptionalInt factorise(Matrix a) {
    int n = a.rows();
    for (int j = 0; j < n; j++) {
      double pivot = a.at(j, j);
      for (int k = 0; k < j; k++) {
        pivot -= a.at(j, k) * a.at(j, k);
      }
      if (!(pivot > 0)) {
        return OptionalInt.of(j);
      }
      a.set(j, j, Math.sqrt(pivot));
      for (int i = j + 1; i < n; i++) {
        double sum = a.at(i, j);
        for (int k = 0; k < j; k++) {
          sum -= a.at(i, k) * a.at(j, k);
        }
        a.set(i, j, sum / a.at(j, j));
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public void solveLower(Matrix l, Matrix b) {
    for (int column = 0; column < b.columns(); column++) {
      for (int i = 0; i < b.rows(); i++) {
        double sum = b.at(i, column);
        for (int k = 0; k < i; k++) {
          sum -= l.at(i, k) * b.at(k, column);
        }
        b.set(i, column, sum / l.at(i, i));
      }
    }
  }

  @Override
  public void solveLowerTransposed(Matrix l, Matrix b) {
    for (int column = 0; column < b.columns(); column++) {
      for (int i = b.rows() - 1; i >= 0; i--) {
        double sum = b.at(i, column);
        for (int k = i + 1; k < b.rows(); k++) {
          sum -= l.at(k, i) * b.at(k, column);
        }
        b.set(i, column, sum / l.at(i, i));
      }
    }
  }

  @Override
  public void solveLowerTransposedFromRight(Matrix l, Matrix b) {
    for (int row = 0; row < b.rows(); row++) {
      for (int j = 0; j < b.columns(); j++) {
        double sum = b.at(row, j);
        for (int k = 0; k < j; k++) {
          sum -= b.at(row, k) * l.at(j, k);
        }
        b.set(row, j, sum / l.at(j, j));
      }
    }
  }
}
