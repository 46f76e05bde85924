package lindyn.report;

/**
 * A vertical line across a chart.
 *
 * @param x its place on the horizontal axis
 * @param label what it marks
 */
public record Marker(double x, String label) {}
