package lindyn.inspect;

/**
 * Times between rows.
 *
 * @param median in s; NaN without two rows
 * @param shortest in s; NaN without two rows
 * @param longest in s; NaN without two rows
 * @param jitter standard deviation over the mean, gaps left out; NaN without two rows
 */
public record Periods(double median, double shortest, double longest, double jitter) {}
