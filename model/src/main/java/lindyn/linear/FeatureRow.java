package lindyn.linear;

import java.util.List;

/** Computes {@link RigidBodyFeatures} of one time step without allocation; not thread-safe. */
final class FeatureRow {

  private final RigidBodyFeatures features;
  private final float[] inverseFrictionSpeeds;
  private final int[] left;
  private final int[] right;
  private final int chains;
  private final float[] values;

  FeatureRow(RigidBodyFeatures features) {
    this.features = features;
    List<RigidBodyFeatures.Product> products = features.products();
    left = products.stream().mapToInt(RigidBodyFeatures.Product::left).toArray();
    right = products.stream().mapToInt(RigidBodyFeatures.Product::right).toArray();
    inverseFrictionSpeeds = features.inverseFrictionSpeeds();
    chains = features.chains().size();
    values = new float[features.count()];
  }

  /** Returns the features of an input; the array is the same at each call. */
  float[] of(float[] input) {
    int joints = features.joints();
    System.arraycopy(input, 0, values, 0, input.length);
    int next = input.length;
    for (int joint = 0; joint < joints; joint++, next++) {
      values[next] = (float) Math.sin(input[joint]);
      values[next + joints] = (float) Math.cos(input[joint]);
      values[next + 2 * joints] =
          (float) Math.tanh(input[joints + joint] * inverseFrictionSpeeds[joint]);
    }
    next = chains(input, features.simpleTerms());
    for (int k = 0; k < left.length; k++, next++) {
      float product = values[left[k]] * values[right[k]];
      // An outlier's square may overflow, and numbers with an infinity among them have no mean.
      values[next] = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, product));
    }
    return values;
  }

  /** All sines, then all cosines, in the order of {@link RigidBodyFeatures#chains}. */
  private int chains(float[] input, int from) {
    int joints = features.joints();
    int next = from;
    for (int first = 0; first < joints; first++) {
      float angle = input[first];
      for (int last = first + 1; features.isInReach(first, last); last++, next++) {
        angle += input[last];
        values[next] = (float) Math.sin(angle);
        values[next + chains] = (float) Math.cos(angle);
      }
    }
    return from + 2 * chains;
  }
}
