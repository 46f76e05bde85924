package lindyn.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lindyn.sweep.Candidate;
import lindyn.sweep.Rungs;
import lindyn.sweep.Setting;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;
import lindyn.train.EpochReport;

/** Shows how far a sweep is; used by one thread at a time. */
final class SweepProgress implements AutoCloseable {

  /** Parts of a candidate's whole training. */
  private static final int PARTS = 1000;

  /** The time left can be told after one part in so many. */
  private static final int ENOUGH = 50;

  private final PrintWriter err;
  private final Rungs rungs;
  private final int candidates;
  private final WorkProgress work;
  private final long all;
  private final Map<Integer, Long> done = new HashMap<>();

  SweepProgress(PrintWriter err, Rungs rungs, List<Candidate> candidates) {
    this.err = err;
    this.rungs = rungs;
    this.candidates = candidates.size();
    this.work = new WorkProgress(err, "sweep");
    this.all = parts(rungs, candidates);
  }

  /** All parts, if nobody ends early. */
  private static long parts(Rungs rungs, List<Candidate> candidates) {
    long parts = 0;
    int left = candidates.size();
    double before = 0;
    for (int rung = 1; rung <= rungs.count(); rung++) {
      double share = rungs.share(rung);
      parts += Math.round(PARTS * left * (share - before));
      before = share;
      left = rungs.survivors(left);
    }
    return parts;
  }

  void onEpoch(Candidate candidate, EpochReport report) {
    done.put(candidate.number(), (long) PARTS * report.epoch() / report.epochs());
    long sum = done.values().stream().mapToLong(Long::longValue).sum();
    if (sum * ENOUGH >= all) { // before, compilation would make it look very long
      work.update(Math.min(sum, all), all);
    }
  }

  void onRung(int rung, List<Trial> trials) {
    if (Terminal.isThere() && rung < rungs.count()) {
      return; // the bar is enough
    }
    long trained = trials.stream().filter(trial -> trial.rung() == rung).count();
    long diverged = trials.stream().filter(trial -> trial.state() == Trial.State.DIVERGED).count();
    err.printf(
        "rung %d of %d: %d of %d candidates%s%s%n",
        rung,
        rungs.count(),
        trained,
        candidates,
        diverged == 0 ? "" : ", " + diverged + " diverged",
        SuccessiveHalving.best(trials).map(SweepProgress::words).orElse(""));
    err.flush();
  }

  private static String words(Trial best) {
    return String.format(
        "; best %.4f with %s", best.error(), Setting.text(best.candidate().settings()));
  }

  @Override
  public void close() {
    work.close();
  }
}
