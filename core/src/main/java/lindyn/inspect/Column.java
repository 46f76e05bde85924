package lindyn.inspect;

/**
 * One column of a log.
 *
 * @param name such as q1, qdd3 or the name of an extra input
 * @param quantity what it measures
 * @param joint the joint it belongs to, from 0; for an extra input its place among them
 * @param unit its unit; empty if not known
 */
public record Column(String name, Quantity quantity, int joint, String unit) {}
