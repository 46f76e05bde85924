package lindyn.examples.arm;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Products of vectors and matrices that lie in flat arrays from an offset on: three numbers a
 * vector, nine a matrix in row-major order. A result overlaps an argument only where that is said.
 */
final class Vectors {

  private Vectors() {}

  static void copy(Vector3D from, double[] to, int offset) {
    to[offset] = from.getX();
    to[offset + 1] = from.getY();
    to[offset + 2] = from.getZ();
  }

  static double dot(double[] a, int i, double[] b, int j) {
    return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
  }

  /** Adds a × b to the result. */
  static void addCross(double[] a, int i, double[] b, int j, double[] result, int k) {
    result[k] += a[i + 1] * b[j + 2] - a[i + 2] * b[j + 1];
    result[k + 1] += a[i + 2] * b[j] - a[i] * b[j + 2];
    result[k + 2] += a[i] * b[j + 1] - a[i + 1] * b[j];
  }

  /** Adds M v to the result. */
  static void addProduct(double[] m, int i, double[] v, int j, double[] result, int k) {
    double x = v[j];
    double y = v[j + 1];
    double z = v[j + 2];
    result[k] += m[i] * x + m[i + 1] * y + m[i + 2] * z;
    result[k + 1] += m[i + 3] * x + m[i + 4] * y + m[i + 5] * z;
    result[k + 2] += m[i + 6] * x + m[i + 7] * y + m[i + 8] * z;
  }

  /** Sets the result to Mᵀ v; v and the result may be the same. */
  static void transposedProduct(double[] m, int i, double[] v, int j, double[] result, int k) {
    double x = v[j];
    double y = v[j + 1];
    double z = v[j + 2];
    result[k] = m[i] * x + m[i + 3] * y + m[i + 6] * z;
    result[k + 1] = m[i + 1] * x + m[i + 4] * y + m[i + 7] * z;
    result[k + 2] = m[i + 2] * x + m[i + 5] * y + m[i + 8] * z;
  }

  /** Sets the result to A B. */
  static void matrixProduct(double[] a, int i, double[] b, int j, double[] result, int k) {
    for (int row = 0; row < 9; row += 3) {
      double x = a[i + row];
      double y = a[i + row + 1];
      double z = a[i + row + 2];
      result[k + row] = x * b[j] + y * b[j + 3] + z * b[j + 6];
      result[k + row + 1] = x * b[j + 1] + y * b[j + 4] + z * b[j + 7];
      result[k + row + 2] = x * b[j + 2] + y * b[j + 5] + z * b[j + 8];
    }
  }

  /** Sets the matrix to the rotation by an angle about an axis of length 1 (Rodrigues). */
  static void rotation(double[] axis, int i, double angle, double[] result, int k) {
    double x = axis[i];
    double y = axis[i + 1];
    double z = axis[i + 2];
    double s = StrictMath.sin(angle);
    double c = StrictMath.cos(angle);
    double v = 1 - c;
    result[k] = c + x * x * v;
    result[k + 1] = x * y * v - z * s;
    result[k + 2] = x * z * v + y * s;
    result[k + 3] = x * y * v + z * s;
    result[k + 4] = c + y * y * v;
    result[k + 5] = y * z * v - x * s;
    result[k + 6] = x * z * v - y * s;
    result[k + 7] = y * z * v + x * s;
    result[k + 8] = c + z * z * v;
  }
}
