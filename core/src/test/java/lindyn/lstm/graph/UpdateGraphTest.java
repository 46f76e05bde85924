package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.lstm.LstmShape;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The steps of the graph beside the same arithmetic in double precision. */
class UpdateGraphTest {

  private static final int STEPS = 20;

  /** A kernel of 2 x 4 numbers, then a bias of 4. */
  private static final LstmShape SHAPE = new LstmShape(1, List.of(1), 1, false);

  private static final Shape NUMBERS = Shape.of(12);
  private static final int KERNEL_SIZE = 8;
  private static final double[] START = {
    0.5, -0.25, 0.125, 1, -1, 0.75, 0.4, -0.6, 0.1, 0.2, 0.3, -0.1
  };

  /** A rule in plain Java, with its memory. */
  private interface Plain {
    void step(double[] weights, double[] gradients, int number, double rate);
  }

  private static double rateFactor(int number) {
    return 1.0 / number;
  }

  private static double[] gradients(int number) {
    var random = new SplittableRandom(number);
    return random.doubles(START.length, -0.5, 0.5).map(x -> (float) x).toArray();
  }

  private static void assertAgrees(UpdateRule rule, Plain plain) {
    double[] weights = START.clone();
    for (int number = 1; number <= STEPS; number++) {
      double rate = rule.optimizer().learningRate() * rateFactor(number);
      plain.step(weights, gradients(number), number, rate);
    }
    assertArrayEquals(floats(weights), run(rule), 2e-6f); // over 20 steps
  }

  private static float[] run(UpdateRule rule) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, false)) {
      Ops tf = Ops.create(graph);
      var upload = new Upload(tf, session);
      Variable<TFloat32> weights = tf.variable(NUMBERS, TFloat32.class);
      upload.to(weights, floats(START));
      Placeholder<TFloat32> gradient = tf.placeholder(TFloat32.class, Placeholder.shape(NUMBERS));
      StepInputs inputs = StepInputs.of(tf);
      var update = new UpdateGraph(graph, tf, SHAPE, rule, inputs, weights, gradient);
      session.initialize();
      for (int number = 1; number <= STEPS; number++) {
        try (var fed = new FedBatch()) {
          fed.with(gradient, TFloat32.tensorOf(NUMBERS, DataBuffers.of(floats(gradients(number)))));
          inputs.feed(fed, rule.optimizer(), number, rateFactor(number));
          fed.into(session.runner()).addTarget(update.step()).run().close();
        }
      }
      return values(session, weights);
    }
  }

  private static float[] values(Session session, Variable<TFloat32> weights) {
    float[] all = new float[START.length];
    try (Result result = session.runner().fetch(weights).run()) {
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(all);
    }
    return all;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** w ← w − η g / √(a + Σ g²) (Duchi et al. 2011). */
  private static Plain adagrad(double accumulator) {
    double[] squares = new double[START.length];
    return (w, g, number, rate) -> {
      for (int i = 0; i < w.length; i++) {
        squares[i] += g[i] * g[i];
        w[i] -= rate * g[i] / Math.sqrt(accumulator + squares[i]);
      }
    };
  }

  /** Algorithm 1 of Kingma and Ba (2015), with ε beside the root of the uncorrected square. */
  private static Plain adam(Adam settings) {
    double[] mean = new double[START.length];
    double[] square = new double[START.length];
    return (w, g, number, rate) -> {
      double correction1 = 1 - Math.pow(settings.beta1(), number);
      double correction2 = Math.sqrt(1 - Math.pow(settings.beta2(), number));
      for (int i = 0; i < w.length; i++) {
        mean[i] += (1 - settings.beta1()) * (g[i] - mean[i]);
        square[i] += (1 - settings.beta2()) * (g[i] * g[i] - square[i]);
        w[i] -=
            rate
                * (correction2 / correction1)
                * mean[i]
                / (Math.sqrt(square[i]) + settings.epsilon());
      }
    };
  }

  @Test
  void adagradStepsAsItsAuthorsSay() {
    assertAgrees(new UpdateRule(new Adagrad(0.2, 0.1)), adagrad(0.1));
  }

  @Test
  void adamStepsAsItsAuthorsSay() {
    assertAgrees(new UpdateRule(new Adam(0.05)), adam(new Adam(0.05)));
    var other = new Adam(0.05, 0.5, 0.9, 1e-3);
    assertAgrees(new UpdateRule(other), adam(other));
  }

  @Test
  void gradientsAreScaledDownToTheNormOverAllWeights() {
    double clipNorm = 0.9; // some steps are above it and some below
    Plain plain = adagrad(0.1);
    assertAgrees(
        new UpdateRule(new Adagrad(0.2, 0.1)).withClipNorm(clipNorm),
        (w, g, number, rate) -> {
          double norm = Math.sqrt(IntStream.range(0, g.length).mapToDouble(i -> g[i] * g[i]).sum());
          double scale = Math.min(1, clipNorm / norm);
          double[] clipped = IntStream.range(0, g.length).mapToDouble(i -> g[i] * scale).toArray();
          plain.step(w, clipped, number, rate);
        });
  }

  @Test
  void kernelsDecayButBiasesDoNot() {
    double decay = 0.3;
    Plain plain = adam(new Adam(0.05));
    assertAgrees(
        new UpdateRule(new Adam(0.05)).withWeightDecay(decay),
        (w, g, number, rate) -> {
          for (int i = 0; i < KERNEL_SIZE; i++) {
            w[i] -= rate * decay * w[i];
          }
          plain.step(w, g, number, rate);
        });
  }

  @Test
  void runsAgreeBitByBit() {
    for (var optimizer : List.of(new Adagrad(0.2, 0.1), new Adam(0.05))) {
      var rule = new UpdateRule(optimizer, 0.9, 0.1);
      float[] first = run(rule);
      for (int again = 0; again < 5; again++) {
        assertArrayEquals(first, run(rule));
      }
    }
  }
}
