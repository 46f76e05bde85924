package lindyn.bench.paper;

/** The order of a log's rows (Rueckert et al. 2017, fig. 5). */
enum Rows {
  /** As they were measured. */
  SEQUENTIAL,
  /** Inputs and torques dealt anew together, in training and in test trajectories. */
  PERMUTED
}
