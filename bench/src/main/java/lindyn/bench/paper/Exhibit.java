package lindyn.bench.paper;

import java.util.List;
import lindyn.bench.job.Job;
import lindyn.report.Document.Block;

/** A table or figure of the paper, or some that belong together. */
interface Exhibit {

  /** Returns what it is called on the command line, such as {@code figure-5}. */
  String name();

  /** Returns the jobs that it needs; several exhibits may need the same. */
  List<Job> jobs();

  /** Returns its part of the report. */
  List<Block> blocks(Results results);
}
