package lindyn.report;

/**
 * One line of a report's facts.
 *
 * @param label what it is about, such as "Stopped"
 * @param value what there is to say, such as "no improvement for 50 epochs"
 */
public record Fact(String label, String value) {}
