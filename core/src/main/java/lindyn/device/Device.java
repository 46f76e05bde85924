package lindyn.device;

import java.util.List;
import java.util.stream.Collectors;
import lindyn.Checks;

/** Where a network is trained, and how exactly. */
public sealed interface Device {

  /** The processor, one thread: the same seed gives the same bits. */
  Device ONE_THREAD = new Cpu(1);

  /**
   * The processor.
   *
   * @param threads that share each batch; with 1 the same seed gives the same bits
   * @param precision of matrix products
   */
  record Cpu(int threads, Precision precision) implements Device {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Cpu {
      Checks.positive(threads, "threads");
    }

    /** Multiplies in full precision. */
    public Cpu(int threads) {
      this(threads, Precision.FLOAT32);
    }

    @Override
    public boolean usesGpus() {
      return false;
    }
  }

  /**
   * CUDA devices that share each batch.
   *
   * @param numbers from 0, as the driver counts them
   * @param memoryFraction the part of a device's memory that is used at most, in (0, 1]; it grows
   *     as it is needed
   * @param precision of matrix products
   */
  record Gpus(List<Integer> numbers, double memoryFraction, Precision precision) implements Device {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no number, a negative one, or one twice, or if
     *     the fraction is not in (0, 1]
     */
    public Gpus {
      numbers = List.copyOf(numbers);
      if (numbers.isEmpty()
          || numbers.stream().distinct().count() < numbers.size()
          || numbers.stream().anyMatch(number -> number < 0)) {
        throw new IllegalArgumentException("GPUs are numbers from 0, each once, got " + numbers);
      }
      if (!(memoryFraction > 0 && memoryFraction <= 1)) {
        throw new IllegalArgumentException(
            "the part of a GPU's memory must be in (0, 1], got " + memoryFraction);
      }
    }

    /** Returns the numbers as TensorFlow reads them, such as {@code 0,2}. */
    public String visible() {
      return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public boolean usesGpus() {
      return true;
    }

    /** One thread hands work to all devices. */
    @Override
    public int threads() {
      return 1;
    }

    /** Uses devices as far as their memory goes, in full precision. */
    public Gpus(List<Integer> numbers) {
      this(numbers, 1, Precision.FLOAT32);
    }
  }

  /**
   * Several processes, on one machine or several, that share each batch. Each of the others runs
   * {@link ClusterServer}; this one is the first. The traffic is neither encrypted nor
   * authenticated.
   *
   * @param addresses of all processes as {@code host:port}; the first one is this process
   * @param tasks the processes that take part, by their places among the addresses; the first is 0
   * @param own what this process lends
   * @param averageEvery steps after which the processes' weights are averaged; with 1 their
   *     gradients are, and the result is that of one process, to rounding
   */
  record Cluster(List<String> addresses, List<Integer> tasks, Device own, int averageEvery)
      implements Device {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the tasks do not begin with 0, are not in order or have
     *     no address, or the number of steps is not positive
     */
    public Cluster {
      addresses = List.copyOf(addresses);
      tasks = List.copyOf(tasks);
      Checks.positive(averageEvery, "steps between averages");
      if (tasks.isEmpty()
          || tasks.get(0) != 0
          || !tasks.equals(tasks.stream().distinct().sorted().toList())
          || tasks.get(tasks.size() - 1) >= addresses.size()) {
        throw new IllegalArgumentException(
            "tasks must be places among "
                + addresses.size()
                + " addresses, in order, beginning with 0, got "
                + tasks);
      }
    }

    /** Returns the cluster without some of its processes. */
    public Cluster without(List<Integer> lost) {
      return new Cluster(
          addresses,
          tasks.stream().filter(task -> !lost.contains(task)).toList(),
          own,
          averageEvery);
    }

    @Override
    public int threads() {
      return own.threads();
    }

    @Override
    public Precision precision() {
      return own.precision();
    }

    @Override
    public boolean usesGpus() {
      return own.usesGpus();
    }
  }

  /**
   * How exactly matrices are multiplied: their elements are rounded to so many bits before; sums
   * are in float32. All have the 8 bits of float32's exponent.
   */
  enum Precision {
    /** Nothing is rounded. */
    FLOAT32(24),
    /** TensorFloat-32, which CUDA devices multiply faster since Ampere. */
    TF32(11),
    /** bfloat16, which they multiply faster still. */
    BFLOAT16(8);

    private final int significantBits;

    Precision(int significantBits) {
      this.significantBits = significantBits;
    }

    /** Returns the bits of the significand, the leading one among them. */
    public int significantBits() {
      return significantBits;
    }
  }

  /** Returns the number of threads of this process that share a batch. */
  int threads();

  /** Tells whether this process computes on CUDA devices. */
  boolean usesGpus();

  /** Returns how exactly matrices are multiplied. */
  Precision precision();
}
