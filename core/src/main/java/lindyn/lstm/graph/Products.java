package lindyn.lstm.graph;

import lindyn.device.Device.Precision;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;

/**
 * Matrix products in a program that XLA compiles.
 *
 * @param precision what factors are rounded to; sums are in float32
 */
record Products(Precision precision) {

  private static final int EXPONENT_BITS = 8;

  /** Returns A·B. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(tf, a, false, b, false);
  }

  /** Returns Aᵀ·B. */
  Operand<TFloat32> transposedFirst(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(tf, a, true, b, false);
  }

  /** Returns A·Bᵀ. */
  Operand<TFloat32> transposedSecond(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return product(tf, a, false, b, true);
  }

  private Operand<TFloat32> product(
      Ops tf, Operand<TFloat32> a, boolean transposeA, Operand<TFloat32> b, boolean transposeB) {
    return switch (precision) {
      case FLOAT32 ->
          tf.linalg.matMul(a, b, MatMul.transposeA(transposeA), MatMul.transposeB(transposeB));
      case TF32 ->
          tf.linalg.matMul(
              rounded(tf, a),
              rounded(tf, b),
              MatMul.transposeA(transposeA),
              MatMul.transposeB(transposeB));
      case BFLOAT16 -> dot(tf, a, transposeA ? 0 : 1, b, transposeB ? 1 : 0);
    };
  }

  /** XLA may leave out a conversion there and back, but no rounding. */
  private Operand<TFloat32> rounded(Ops tf, Operand<TFloat32> factor) {
    return tf.scope()
        .env()
        .opBuilder("XlaReducePrecision", tf.scope().makeOpName("rounded"), tf.scope())
        .addInput(factor.asOutput())
        .setAttr("exponent_bits", EXPONENT_BITS)
        .setAttr("mantissa_bits", precision.significantBits() - 1)
        .build()
        .output(0);
  }

  /** A product of bfloat16 with the sums in float32, which TensorFlow's own does not have. */
  private Operand<TFloat32> dot(
      Ops tf, Operand<TFloat32> a, int summedOfA, Operand<TFloat32> b, int summedOfB) {
    return tf.scope()
        .env()
        .opBuilder("XlaDotV2", tf.scope().makeOpName("dot"), tf.scope())
        .addInput(tf.dtypes.cast(rounded(tf, a), TBfloat16.class).asOutput())
        .addInput(tf.dtypes.cast(rounded(tf, b), TBfloat16.class).asOutput())
        .setAttr("dimension_numbers", dimensionNumbers(summedOfA, summedOfB))
        .setAttr("precision_config", "")
        .setAttr("preferred_element_type", DataType.DT_FLOAT)
        .build()
        .output(0);
  }

  /**
   * Returns XLA's message DotDimensionNumbers: fields 1 and 2, a list of one number each, which is
   * the dimension that is summed over.
   */
  private static String dimensionNumbers(int ofA, int ofB) {
    return new String(new char[] {0x0A, 1, (char) ofA, 0x12, 1, (char) ofB});
  }
}
