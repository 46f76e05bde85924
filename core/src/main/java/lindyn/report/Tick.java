package lindyn.report;

/** A number on an axis and how it is written. */
record Tick(double value, String label) {}
