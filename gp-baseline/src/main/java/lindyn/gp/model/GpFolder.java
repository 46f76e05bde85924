package lindyn.gp.model;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lindyn.FloatMatrix;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.eval.Baselines;
import lindyn.folder.FolderFormat;
import lindyn.folder.SafeTensors;
import lindyn.folder.StrictJson;
import lindyn.folder.Tensor;
import lindyn.folder.VerifiedFolder;
import lindyn.linear.RigidBodyModel;
import lindyn.linear.RigidBodyTensors;

/** A Gaussian-process model on disk: plain data, with hashes, and a card for people. */
public final class GpFolder {

  private static final String TENSORS = "weights.safetensors";
  private static final String BASELINES = "baselines.json";
  private static final String CARD = "model-card.md";

  private static final FolderFormat FORMAT =
      new FolderFormat(
          GpDescription.FORMAT, GpDescription.VERSION, List.of(TENSORS, BASELINES, CARD));

  private GpFolder() {}

  /** Tells whether a folder says that it holds such a model. */
  public static boolean isAt(Path folder) {
    return new VerifiedFolder(folder).format().equals(GpDescription.FORMAT);
  }

  /**
   * Writes a model; the folder appears complete or not at all.
   *
   * @param baselines what it is measured against, wherever it goes
   * @param folder a folder that does not exist; its parents are made
   * @throws InputException if the folder exists
   * @throws IllegalArgumentException if there is no process, or processes differ in their points
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(GpInverseDynamics model, Baselines baselines, Path folder) {
    Map<String, Tensor> tensors = ProcessTensors.of(model.processes());
    model
        .mean()
        .ifPresent(
            mean ->
                RigidBodyTensors.of(mean)
                    .forEach((name, matrix) -> tensors.put(name, new Tensor.Floats(matrix))));
    List<GpDescription.Learned> processes =
        model.processes().stream()
            .map(
                joint ->
                    new GpDescription.Learned(
                        joint.joints(),
                        joint.scales(),
                        joint.process().hyperparameters(),
                        joint.process().jitter()))
            .toList();
    FORMAT.write(
        folder,
        staging -> {
          Files.write(staging.resolve(TENSORS), SafeTensors.bytes(tensors));
          Files.write(staging.resolve(BASELINES), StrictJson.MAPPER.writeValueAsBytes(baselines));
          Files.writeString(staging.resolve(CARD), GpCard.text(model));
        },
        files -> GpDescription.of(model, processes, files));
  }

  /**
   * Reads a model and checks every file of its folder.
   *
   * @throws InputException if a file is missing, differs from what was written, or does not belong
   *     to the folder
   */
  public static GpInverseDynamics read(Path path) {
    var folder = new VerifiedFolder(path);
    GpDescription description = folder.verified(FORMAT, GpDescription.class);
    Map<String, Tensor> tensors = folder.tensors(TENSORS);
    requireNames(folder, description, tensors);
    try {
      List<JointProcess> processes =
          IntStream.range(0, description.processes().size())
              .mapToObj(i -> process(i, description.processes().get(i), tensors))
              .toList();
      return description.model(processes, mean(description, tensors));
    } catch (IllegalArgumentException e) {
      throw folder.refusal(FolderFormat.DESCRIPTION, e.getMessage(), e);
    }
  }

  /**
   * Reads the baselines of a model, and checks every file of its folder.
   *
   * @throws InputException as {@link #read} does
   */
  public static Baselines readBaselines(Path path) {
    var folder = new VerifiedFolder(path);
    Signals signals = folder.verified(FORMAT, GpDescription.class).signals();
    Baselines baselines = folder.json(BASELINES, Baselines.class);
    if (!baselines.mean().signals().equals(signals)) {
      throw folder.refusal(BASELINES, "is of a robot with other signals than the model's");
    }
    return baselines;
  }

  private static void requireNames(
      VerifiedFolder folder, GpDescription description, Map<String, Tensor> tensors) {
    List<String> expected =
        new ArrayList<>(
            ProcessTensors.names(
                description.processes().size(), description.config().approximation()));
    if (description.config().mean() == GpConfig.Mean.RIGID_BODY) {
      expected.addAll(RigidBodyTensors.NAMES);
    }
    if (!List.copyOf(tensors.keySet()).equals(expected)) {
      throw folder.refusal(TENSORS, "holds " + tensors.keySet() + ", expected " + expected);
    }
  }

  private static JointProcess process(
      int i, GpDescription.Learned description, Map<String, Tensor> tensors) {
    return new JointProcess(
        description.joints(),
        description.scales(),
        ProcessTensors.process(i, description, tensors));
  }

  private static Optional<RigidBodyModel> mean(
      GpDescription description, Map<String, Tensor> tensors) {
    if (description.config().mean() == GpConfig.Mean.ZERO) {
      return Optional.empty();
    }
    Map<String, FloatMatrix> named = new LinkedHashMap<>();
    for (String name : RigidBodyTensors.NAMES) {
      if (!(tensors.get(name) instanceof Tensor.Floats floats)) {
        throw new IllegalArgumentException(name + " is not a matrix of float32 numbers");
      }
      named.put(name, floats.matrix());
    }
    return Optional.of(RigidBodyTensors.model(description.signals(), List.copyOf(named.values())));
  }
}
