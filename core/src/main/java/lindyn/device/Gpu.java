package lindyn.device;

/**
 * A CUDA device as its driver describes it.
 *
 * @param number from 0, in the driver's order
 * @param name the maker's
 * @param memoryBytes all of its memory
 * @param computeCapability such as {@code 9.0}
 */
public record Gpu(int number, String name, long memoryBytes, String computeCapability) {}
