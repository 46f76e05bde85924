package lindyn.train;

import java.util.List;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.folder.FolderDescription;
import lindyn.folder.StoredFile;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.SessionState;
import lindyn.train.Checkpoint.Best;
import lindyn.train.Checkpoint.Position;

/**
 * A checkpoint without its matrices: the contents of its {@code lindyn.json}.
 *
 * @param format {@link #FORMAT}
 * @param formatVersion {@link #VERSION}
 * @param position how far the run is
 * @param updates number of updates so far
 * @param bestEpoch the epoch of the best weights
 * @param bestLoss their validation error
 * @param shape the sizes of the network
 * @param slots numbers that the optimiser remembers per weight
 * @param reports the reports of the epochs that are done
 * @param files the other files of the folder
 */
record CheckpointDescription(
    String format,
    int formatVersion,
    Position position,
    long updates,
    int bestEpoch,
    double bestLoss,
    LstmShape shape,
    int slots,
    List<EpochReport> reports,
    List<StoredFile> files)
    implements FolderDescription {

  static final String FORMAT = "lindyn-checkpoint";
  static final int VERSION = 1;

  CheckpointDescription {
    reports = List.copyOf(reports);
    files = List.copyOf(files);
  }

  static CheckpointDescription of(Checkpoint checkpoint, List<StoredFile> files) {
    SessionState session = checkpoint.session();
    return new CheckpointDescription(
        FORMAT,
        VERSION,
        checkpoint.position(),
        session.updates(),
        checkpoint.best().epoch(),
        checkpoint.best().loss(),
        session.weights().shape(),
        session.slots().size(),
        checkpoint.reports(),
        files);
  }

  /**
   * Returns the checkpoint.
   *
   * @param weights best weights, weights and slots
   * @param carried the state that goes on from batch to batch
   */
  Checkpoint checkpoint(List<LstmWeights> weights, Optional<FloatMatrix> carried) {
    return new Checkpoint(
        position,
        new SessionState(updates, weights.get(1), weights.subList(2, weights.size()), carried),
        new Best(bestEpoch, bestLoss, weights.get(0)),
        reports);
  }
}
