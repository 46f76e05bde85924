package lindyn.examples.waves;

import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;

/**
 * Extrapolates the synthetic wave by its last difference: current state + current velocity, the
 * naive predictor of Rueckert et al. 2017, Table I.
 */
public final class NaivePredictor implements InverseDynamicsModel {

  @Override
  public Signals signals() {
    return SyntheticWave.SIGNALS;
  }

  @Override
  public JointSeries predict(Motion motion) {
    signals().requireFit(motion);
    float[] next = new float[motion.timeSteps()];
    for (int t = 0; t < next.length; t++) {
      next[t] = motion.q().at(t, 0) + motion.qd().at(t, 0);
    }
    return JointSeries.of(next, next.length, 1);
  }
}
