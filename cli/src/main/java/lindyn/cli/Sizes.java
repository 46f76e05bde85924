package lindyn.cli;

import lindyn.eval.MeanModel;
import lindyn.linear.LinearModel;
import lindyn.linear.RigidBodyModel;

/** How many numbers the simple models have learned, beside offsets and scales. */
final class Sizes {

  private Sizes() {}

  static long numbers(RigidBodyModel model) {
    return (long) model.weights().rows() * model.weights().columns() + model.intercept().columns();
  }

  static long numbers(LinearModel model) {
    return (long) model.weights().rows() * model.weights().columns() + model.intercept().columns();
  }

  static long numbers(MeanModel model) {
    return model.tau().size();
  }
}
