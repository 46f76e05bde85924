package lindyn.gp.algebra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * Memory outside of the heap that holds a piece of a matrix. JavaCPP would copy a heap array into
 * fresh native memory at every call: a product of 512 rows takes 1.6 times as long with it, and 1.1
 * times with memory that is kept.
 */
final class NativeBlock {

  /** The most rows and columns of a piece, 1.2 MB: more are no faster, and leave the cache. */
  static final int SIDE = 384;

  private static final int ALIGNMENT = 64;

  private final DoubleBuffer values =
      ByteBuffer.allocateDirect(SIDE * SIDE * Double.BYTES + ALIGNMENT)
          .alignedSlice(ALIGNMENT)
          .order(ByteOrder.nativeOrder())
          .asDoubleBuffer();

  /** Copies a piece into this memory and returns it: column after column. */
  DoubleBuffer load(Matrix matrix, Region region) {
    values.rewind();
    if (region.rows() == matrix.rows()) {
      values.put(matrix.values(), region.start(matrix, 0), region.rows() * region.columns());
      return values.rewind();
    }
    for (int j = 0; j < region.columns(); j++) {
      values.put(matrix.values(), region.start(matrix, j), region.rows());
    }
    return values.rewind();
  }

  /** Copies the numbers back. */
  void store(Matrix matrix, Region region) {
    values.rewind();
    if (region.rows() == matrix.rows()) {
      values.get(matrix.values(), region.start(matrix, 0), region.rows() * region.columns());
      return;
    }
    for (int j = 0; j < region.columns(); j++) {
      values.get(matrix.values(), region.start(matrix, j), region.rows());
    }
  }
}
