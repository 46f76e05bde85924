package lindyn.inspect;

/**
 * When one trajectory was sampled.
 *
 * @param id names it
 * @param samples number of rows
 * @param duration from the first row to the last, in s
 * @param medianPeriod median time between two rows, in s; NaN for a single row
 * @param longestGap longest time between two rows, in s; NaN for a single row
 * @param jitter standard deviation of the time between two rows, in s; NaN for a single row
 */
public record TrajectorySummary(
    String id,
    int samples,
    double duration,
    double medianPeriod,
    double longestGap,
    double jitter) {}
