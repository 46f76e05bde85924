package lindyn.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import lindyn.report.SweepCsv;
import lindyn.run.RunManifest;
import lindyn.sweep.Candidate;
import lindyn.sweep.SweepListener;
import lindyn.sweep.Trial;
import lindyn.train.EpochReport;
import lindyn.train.TrainingStart;

/** Fills a sweep's folder while it goes on, and shows how far it is. */
final class SweepRecorder implements SweepListener {

  static final String TABLE = "sweep.csv";

  private final RunFolder folder;
  private final Function<TrainingStart, RunManifest> manifest;
  private final SweepProgress progress;
  private final PrintWriter err;
  private boolean hasBegun;

  SweepRecorder(
      RunFolder folder,
      Function<TrainingStart, RunManifest> manifest,
      SweepProgress progress,
      PrintWriter err) {
    this.folder = folder;
    this.manifest = manifest;
    this.progress = progress;
    this.err = err;
  }

  @Override
  public synchronized void onStart(TrainingStart start) {
    if (!hasBegun) {
      folder.begin(manifest.apply(start));
      hasBegun = true;
    }
  }

  @Override
  public synchronized void onEpoch(Candidate candidate, EpochReport report) {
    progress.onEpoch(candidate, report);
  }

  @Override
  public synchronized void onTrials(List<Trial> trials) {
    SweepCsv.write(trials, folder.path().resolve(TABLE));
  }

  @Override
  public synchronized void onRung(int rung, List<Trial> trials) {
    SweepCsv.write(trials, folder.path().resolve(TABLE));
    progress.onRung(rung, trials);
  }

  @Override
  public synchronized void onWarning(String warning) {
    err.println("warning: " + warning);
    err.flush();
  }
}
