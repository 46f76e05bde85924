package lindyn.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.FloatMatrix;
import lindyn.Signals;
import lindyn.data.Standardizer;

/** A rigid-body model as named matrices, for files, and back. */
public final class RigidBodyTensors {

  private static final String WEIGHTS = "base.weights";
  private static final String INTERCEPT = "base.intercept";
  private static final String OFFSET = "base.feature_offset";
  private static final String SCALE = "base.feature_scale";
  private static final String LIMIT = "base.feature_limit";
  private static final String FRICTION_SPEEDS = "base.friction_speeds";

  /** The names, in the order of the file. */
  public static final List<String> NAMES =
      List.of(WEIGHTS, INTERCEPT, OFFSET, SCALE, LIMIT, FRICTION_SPEEDS);

  private RigidBodyTensors() {}

  /** Returns the matrices by their names, in the order of {@link #NAMES}. */
  public static Map<String, FloatMatrix> of(RigidBodyModel model) {
    Standardizer standardizer = model.featureStandardizer();
    Map<String, FloatMatrix> tensors = new LinkedHashMap<>();
    tensors.put(WEIGHTS, model.weights());
    tensors.put(INTERCEPT, model.intercept());
    tensors.put(OFFSET, row(standardizer.offset()));
    tensors.put(SCALE, row(standardizer.scale()));
    tensors.put(LIMIT, row(List.of(standardizer.limit())));
    tensors.put(FRICTION_SPEEDS, row(model.features().frictionSpeeds()));
    return tensors;
  }

  /**
   * Puts the model together again.
   *
   * @param tensors every one of {@link #NAMES}
   * @throws IllegalArgumentException if a shape or number does not fit
   */
  public static RigidBodyModel model(Signals signals, List<FloatMatrix> tensors) {
    Map<String, FloatMatrix> named = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      named.put(NAMES.get(i), tensors.get(i));
    }
    return new RigidBodyModel(
        signals,
        new RigidBodyFeatures(
            signals.joints(), signals.extraInputs().size(), numbers(named, FRICTION_SPEEDS)),
        new Standardizer(
            numbers(named, OFFSET), numbers(named, SCALE), numbers(named, LIMIT).get(0)),
        tensor(named, WEIGHTS),
        tensor(named, INTERCEPT));
  }

  private static FloatMatrix row(List<Double> numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).floatValue();
    }
    return FloatMatrix.of(1, values.length, values);
  }

  private static List<Double> numbers(Map<String, FloatMatrix> tensors, String name) {
    List<Double> numbers = new ArrayList<>();
    for (float value : tensor(tensors, name).toArray()) {
      numbers.add((double) value);
    }
    return numbers;
  }

  private static FloatMatrix tensor(Map<String, FloatMatrix> tensors, String name) {
    FloatMatrix tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return tensor;
  }
}
