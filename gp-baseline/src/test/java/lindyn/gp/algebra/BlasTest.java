package lindyn.gp.algebra;

import static lindyn.gp.algebra.RandomMatrices.real;
import static lindyn.gp.algebra.RandomMatrices.realLower;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both implementations against commons-math3. */
class BlasTest {

  /** Around the borders of blocks and strips, and above the largest piece of either. */
  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 31, 63, 64, 65, 127, 128, 129, 260};

  private static final int ABOVE_ONE_PIECE = 530;

  static Stream<Named<Blas>> implementations() {
    return Stream.of(new JavaBlas(), new OpenBlas()).map(blas -> Named.of(blas.name(), blas));
  }

  static Stream<Arguments> sizes() {
    return implementations()
        .flatMap(
            blas ->
                IntStream.concat(IntStream.of(SIZES), IntStream.of(ABOVE_ONE_PIECE))
                    .mapToObj(n -> Arguments.of(blas, n)));
  }

  /** Rows, inner length and columns of products. */
  static Stream<Arguments> shapes() {
    int[][] shapes = {
      {1, 1, 1},
      {2, 3, 4},
      {7, 1, 5},
      {1, 9, 6},
      {63, 65, 64},
      {130, 7, 2},
      {130, 257, 1},
      {5, 300, 66},
      {257, 64, 129},
      {260, 130, 3},
      {530, 20, 40},
      {20, 530, 40},
      {40, 20, 530}
    };
    return implementations()
        .flatMap(blas -> Arrays.stream(shapes).map(shape -> Arguments.of(blas, shape)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shapes")
  void multipliesOperandsAsTheyAreAndTransposed(Blas blas, int[] shape) {
    var random = new RandomMatrices(1);
    Matrix a = random.next(shape[0], shape[1]);
    Matrix aTransposed = random.next(shape[1], shape[0]);
    Matrix b = random.next(shape[1], shape[2]);
    Matrix bTransposed = random.next(shape[2], shape[1]);
    Matrix c = random.next(shape[0], shape[2]);

    for (Operand left : new Operand[] {a, aTransposed.transposed()}) {
      for (Operand right : new Operand[] {b, bTransposed.transposed()}) {
        Matrix sum = c.copy();

        blas.multiply(-1.5, left, right, 0.25, sum);

        RealMatrix expected =
            real(left).multiply(real(right)).scalarMultiply(-1.5).add(real(c).scalarMultiply(0.25));
        assertClose(expected, real(sum));
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shapes")
  void betaOneAddsAndBetaZeroForgetsEvenNan(Blas blas, int[] shape) {
    var random = new RandomMatrices(2);
    Matrix a = random.next(shape[0], shape[1]);
    Matrix b = random.next(shape[1], shape[2]);
    Matrix added = random.next(shape[0], shape[2]);
    RealMatrix product = real(a).multiply(real(b));
    RealMatrix sum = product.add(real(added));
    Matrix written = new Matrix(shape[0], shape[2]);
    Arrays.fill(written.values(), Double.NaN);

    blas.multiply(1, a, b, 1, added);
    blas.multiply(1, a, b, 0, written);

    assertClose(sum, real(added));
    assertClose(product, real(written));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shapes")
  void addsAllOfSeveralProducts(Blas blas, int[] shape) {
    var random = new RandomMatrices(9);
    List<Product> products =
        Stream.of(1, shape[1], 20)
            .map(inner -> new Product(random.next(shape[0], inner), random.next(inner, shape[2])))
            .toList();
    Matrix c = random.next(shape[0], shape[2]);
    RealMatrix expected = real(c);
    for (Product product : products) {
      RealMatrix one = real(product.left()).multiply(real(product.right()));
      expected = expected.add(one.scalarMultiply(0.5));
    }

    blas.addProducts(0.5, products, c);

    assertClose(expected, real(c));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("shapes")
  void multipliesByTheTransposeBelowTheDiagonalAlone(Blas blas, int[] shape) {
    var random = new RandomMatrices(3);
    Matrix a = random.next(shape[0], shape[1]);
    Matrix aTransposed = random.next(shape[1], shape[0]);
    Matrix c = random.nextLower(shape[0]);

    for (Operand left : new Operand[] {a, aTransposed.transposed()}) {
      Matrix sum = c.copy();
      Matrix written = random.nextLower(shape[0]);
      written.values()[0] = Double.NaN;

      blas.multiplyByTranspose(2, left, -1, sum);
      blas.multiplyByTranspose(2, left, 0, written);

      RealMatrix product = real(left).multiply(real(left).transpose()).scalarMultiply(2);
      assertLowerClose(product.subtract(realLower(c)), sum);
      assertLowerClose(product, written);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void factorises(Blas blas, int n) {
    Matrix a = new RandomMatrices(4).nextPositiveDefinite(n);
    RealMatrix expected = new CholeskyDecomposition(real(a)).getL();
    spoilAboveDiagonal(a);

    OptionalInt pivot = blas.factorise(a);

    assertEquals(OptionalInt.empty(), pivot);
    assertLowerClose(expected, a);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void namesThePivotThatFails(Blas blas, int n) {
    for (int wrong : new int[] {0, n / 3, n / 2, n - 1}) {
      Matrix negative = unit(n);
      negative.set(wrong, wrong, -1);
      Matrix notANumber = unit(n);
      notANumber.set(wrong, wrong, Double.NaN);
      Matrix zero = unit(n);
      zero.set(wrong, wrong, 0);

      assertEquals(OptionalInt.of(wrong), blas.factorise(negative));
      assertEquals(OptionalInt.of(wrong), blas.factorise(notANumber));
      assertEquals(OptionalInt.of(wrong), blas.factorise(zero));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("implementations")
  void notANumberBesideTheDiagonalFailsInItsRow(Blas blas) {
    Matrix a = unit(100);
    a.set(70, 20, Double.NaN);

    assertEquals(OptionalInt.of(70), blas.factorise(a));
  }

  private static Matrix unit(int n) {
    return RandomMatrices.of(MatrixUtils.createRealIdentityMatrix(n));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void invertsFromTheFactor(Blas blas, int n) {
    Matrix factor = new RandomMatrices(5).nextLower(n);
    RealMatrix l = realLower(factor);
    RealMatrix expected = new LUDecomposition(l.multiply(l.transpose())).getSolver().getInverse();

    blas.invert(factor);

    assertLowerClose(expected, factor);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void solvesFromTheLeft(Blas blas, int n) {
    var random = new RandomMatrices(6);
    Matrix l = random.nextLower(n);
    for (int columns : new int[] {1, 3, 4, 130}) {
      Matrix b = random.next(n, columns);
      Matrix x = b.copy();
      Matrix transposedX = b.copy();

      blas.solveLower(l, x);
      blas.solveLowerTransposed(l, transposedX);

      assertClose(real(b), realLower(l).multiply(real(x)));
      assertClose(real(b), realLower(l).transpose().multiply(real(transposedX)));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void solvesFromTheRight(Blas blas, int n) {
    var random = new RandomMatrices(7);
    Matrix l = random.nextLower(n);
    for (int rows : new int[] {1, 5, 130}) {
      Matrix b = random.next(rows, n);
      Matrix x = b.copy();
      Matrix transposedX = b.copy();

      blas.solveLowerFromRightNegated(l, x);
      blas.solveLowerTransposedFromRight(l, transposedX);

      assertClose(real(b).scalarMultiply(-1), real(x).multiply(realLower(l)));
      assertClose(real(b), real(transposedX).multiply(realLower(l).transpose()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("implementations")
  void threadsDoNotDisturbEachOther(Blas blas) {
    Matrix a = new RandomMatrices(8).nextPositiveDefinite(120);
    double[] expected = squareOfFactor(blas, a);

    boolean same =
        IntStream.range(0, 200)
            .parallel()
            .allMatch(repetition -> Arrays.equals(expected, squareOfFactor(blas, a)));

    assertTrue(same);
  }

  private static double[] squareOfFactor(Blas blas, Matrix a) {
    Matrix l = a.copy();
    blas.factorise(l);
    Matrix square = a.copy();
    blas.multiply(1, l, l.transposed(), -2, square);
    return square.values();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("implementations")
  void refusesShapesThatDoNotFit(Blas blas) {
    Matrix wide = new Matrix(2, 3);
    Matrix square = new Matrix(2, 2);

    assertRefused(
        "2 x 3 cannot be multiplied by 2 x 3", () -> blas.multiply(1, wide, wide, 0, square));
    assertRefused(
        "2 x 2 cannot hold the product of 2 x 2 and 2 x 3",
        () -> blas.multiply(1, square, wide, 0, square));
    assertRefused(
        "2 x 2 cannot hold the product of 2 x 2 and 2 x 3",
        () -> blas.addProducts(1, List.of(new Product(square, wide)), square));
    assertRefused(
        "2 x 3 cannot hold the product of 2 x 3 and 3 x 2",
        () -> blas.multiplyByTranspose(1, wide, 0, wide));
    assertRefused("expected a square matrix, got 2 x 3", () -> blas.factorise(wide));
    assertRefused("expected a square matrix, got 2 x 3", () -> blas.invert(wide));
    Matrix tall = new Matrix(3, 1);
    assertRefused("2 x 2 does not fit to the left of 3 x 1", () -> blas.solveLower(square, tall));
    assertRefused(
        "2 x 2 does not fit to the left of 3 x 1", () -> blas.solveLowerTransposed(square, tall));
    assertRefused(
        "2 x 2 does not fit to the right of 3 x 1",
        () -> blas.solveLowerFromRightNegated(square, tall));
    assertRefused(
        "2 x 2 does not fit to the right of 3 x 1",
        () -> blas.solveLowerTransposedFromRight(square, tall));
  }

  private static void assertRefused(String message, Runnable operation) {
    var thrown = assertThrows(IllegalArgumentException.class, operation::run);
    assertEquals(message, thrown.getMessage());
  }

  private static void spoilAboveDiagonal(Matrix matrix) {
    for (int j = 0; j < matrix.columns(); j++) {
      for (int i = 0; i < j; i++) {
        matrix.set(i, j, Double.NaN);
      }
    }
  }

  /** Compares the lower triangles, and finds the NaN above the diagonal untouched. */
  private static void assertLowerClose(RealMatrix expected, Matrix actual) {
    for (int j = 0; j < actual.columns(); j++) {
      for (int i = 0; i < j; i++) {
        assertTrue(Double.isNaN(actual.at(i, j)), "written above the diagonal");
      }
    }
    assertClose(realLower(RandomMatrices.of(expected)), realLower(actual));
  }

  /** Rounding of sums of up to 530 products of numbers of size 1, of well-conditioned matrices. */
  private static void assertClose(RealMatrix expected, RealMatrix actual) {
    double largest = Math.max(1, expected.getNorm() / expected.getRowDimension());
    double error = actual.subtract(expected).getNorm() / expected.getRowDimension();
    assertTrue(error <= 1e-13 * largest, "error " + error + " at numbers of size " + largest);
  }
}
