package lindyn.cli;

import java.util.function.Function;
import lindyn.report.MetricsCsv;
import lindyn.run.RunManifest;
import lindyn.train.EpochReport;
import lindyn.train.TensorBoardEvents;
import lindyn.train.TrainingListener;
import lindyn.train.TrainingStart;
import org.jspecify.annotations.Nullable;

/** Fills a run's folder while training goes on: manifest, {@code metrics.csv} and events. */
final class RunRecorder implements TrainingListener, AutoCloseable {

  private final RunFolder folder;
  private final Function<TrainingStart, RunManifest> manifest;
  private @Nullable MetricsCsv metrics;
  private @Nullable TensorBoardEvents events;

  RunRecorder(RunFolder folder, Function<TrainingStart, RunManifest> manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  RunFolder folder() {
    return folder;
  }

  @Override
  public void onStart(TrainingStart start) {
    folder.begin(manifest.apply(start));
    metrics = MetricsCsv.open(folder.path().resolve("metrics.csv"), start.done());
    events = TensorBoardEvents.open(folder.path(), start.done());
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (metrics == null || events == null) {
      throw new IllegalStateException("an epoch ended before training began");
    }
    metrics.onEpoch(report);
    events.onEpoch(report);
  }

  @Override
  public void close() {
    if (metrics != null) {
      metrics.close();
    }
    if (events != null) {
      events.close();
    }
  }
}
