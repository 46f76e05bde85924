package lindyn.online;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue from one thread to one other, without locks and without allocation: a ring of
 * rows whose two ends are counted.
 */
final class SampleQueue {

  private final float[][] inputs;
  private final float[][] torques;
  private final boolean[] begins;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong read = new AtomicLong();

  SampleQueue(int capacity, int inputColumns, int joints) {
    inputs = new float[capacity][inputColumns];
    torques = new float[capacity][joints];
    begins = new boolean[capacity];
  }

  /** Receives a sample; the arrays are the queue's own. */
  @FunctionalInterface
  interface Receiver {
    void receive(float[] input, float[] tau, boolean beginsMotion);
  }

  /** Copies a sample; returns whether there was room. Called by the one thread. */
  boolean offer(float[] input, float[] tau, boolean beginsMotion) {
    long place = written.get();
    if (place - read.get() == inputs.length) {
      return false;
    }
    int slot = (int) (place % inputs.length);
    System.arraycopy(input, 0, inputs[slot], 0, input.length);
    System.arraycopy(tau, 0, torques[slot], 0, tau.length);
    begins[slot] = beginsMotion;
    written.set(place + 1); // publishes the rows
    return true;
  }

  /** Hands over the oldest sample; returns whether there was one. Called by the other thread. */
  boolean poll(Receiver receiver) {
    long place = read.get();
    if (place == written.get()) {
      return false;
    }
    int slot = (int) (place % inputs.length);
    receiver.receive(inputs[slot], torques[slot], begins[slot]);
    read.set(place + 1); // frees the rows
    return true;
  }
}
