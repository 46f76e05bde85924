package lindyn.inspect;

/**
 * When one trajectory was sampled.
 *
 * @param id names it
 * @param samples number of rows
 * @param duration from the first row to the last, in s
 * @param periods times between its rows
 */
public record TrajectorySummary(String id, int samples, double duration, Periods periods) {}
