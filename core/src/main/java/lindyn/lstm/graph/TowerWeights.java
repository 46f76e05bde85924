package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The weights that towers read: one vector on the first device for all of them, or one on each.
 *
 * @param tf builds what is done with them
 * @param placement the devices
 * @param vectors see {@link WeightVector}
 */
record TowerWeights(Ops tf, Placement placement, List<Variable<TFloat32>> vectors) {

  /**
   * Fills the weights; the optimiser, whose slots are initialised from them, comes later.
   *
   * @param numbers what all of them begin with
   */
  static TowerWeights filled(Upload upload, Placement placement, float[] numbers) {
    List<DeviceSpec> devices =
        placement.averageEvery() == 1 ? placement.towers().subList(0, 1) : placement.towers();
    List<Variable<TFloat32>> vectors = new ArrayList<>();
    for (DeviceSpec device : devices) {
      Upload to = upload.on(device);
      Variable<TFloat32> vector = to.tf().variable(Shape.of(numbers.length), TFloat32.class);
      to.to(vector, numbers);
      vectors.add(vector);
    }
    return new TowerWeights(upload.tf(), placement, vectors);
  }

  private boolean areShared() {
    return vectors.size() == 1;
  }

  /** Builds the weights that each tower reads. */
  List<Operand<TFloat32>> values() {
    List<Operand<TFloat32>> values = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      values.add(on(i).identity(vectors.get(i)));
    }
    return areShared() ? Collections.nCopies(placement.towers().size(), values.get(0)) : values;
  }

  /** Builds the losses of the whole batch, without moving derivatives that nobody needs. */
  Operand<TFloat32> losses(Towers.Shared<LossSums> sums) {
    if (areShared()) {
      return sums.all().value().losses(tf);
    }
    List<LossSums> errors = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      errors.add(sums.shares().get(i).withoutDerivatives(on(i)));
    }
    return errors.stream().reduce((a, b) -> a.plus(tf, b)).orElseThrow().losses(tf);
  }

  /** Builds what changes the weights. */
  Learners learners(
      Graph graph,
      LstmShape shape,
      UpdateRule rule,
      StepInputs inputs,
      Towers.Shared<LossSums> sums) {
    List<LossSums> own = areShared() ? List.of(sums.all().value()) : sums.shares();
    List<Learners.Learner> all = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      Operand<TFloat32> gradient = own.get(i).gradient(on(i));
      var update = new UpdateGraph(graph, on(i), shape, rule, inputs, vectors.get(i), gradient);
      all.add(new Learners.Learner(vectors.get(i), update));
    }
    return new Learners(tf, all);
  }

  private Ops on(int tower) {
    return tf.withDevice(placement.towers().get(tower));
  }
}
