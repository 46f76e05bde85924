package lindyn.c;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.History;
import lindyn.folder.Column;
import lindyn.lstm.TrainedLstm;

/**
 * The header: what the model is, its sizes, and its interface.
 *
 * @param model the model
 */
record CHeader(TrainedLstm model) {

  // All arguments are %s, which has the same digits in every locale.
  private static final String DESCRIPTION =
      """
      /*
       * Inverse dynamics of a robot with %s joints: an LSTM network%s.
       *
       * Inputs, q in rad, qd in rad/s, qdd in rad/s^2%s:
       *
      %s *
       * One sample every %s s, as in the training data. Origin of the inputs there, which they must
       * share here: %s.
       *
       * Torques, in %s:
       *
      %s *
       * Each step is predicted from %s. Where a motion has no earlier
       * samples, its first one is repeated%s.
       *
       * A NaN among the inputs makes all torques NaN,
       * %s.
       * An infinite number may do the same: check the inputs before they get here.
       *
      """;

  private static final String ORIGIN =
      """
       * Trained by Lindyn %s on TensorFlow %s (%s), finished %s, seed %s, from
       *
      %s */
      """;

  private static final String SIZES =
      """
      #ifndef LINDYN_MODEL_H
      #define LINDYN_MODEL_H

      /* Numbers of inputs and of torques, and the time between two steps in s. */
      #define LINDYN_INPUTS %s
      #define LINDYN_JOINTS %s
      #define LINDYN_SAMPLE_PERIOD %s

      /* Layers of the network, units of the widest one, and samples that are kept. */
      #define LINDYN_LAYERS %s
      #define LINDYN_WIDEST_LAYER %s
      #define LINDYN_REMEMBERED %s
      """;

  String text() {
    return description() + origin() + sizes() + CResource.INTERFACE.text();
  }

  private String description() {
    Signals signals = model.signals();
    History history = model.config().history();
    return DESCRIPTION.formatted(
        signals.joints(),
        model.base().isPresent() ? " that corrects a rigid-body regression" : "",
        signals.extraInputs().isEmpty() ? "" : ", the others as in the logs",
        listed(Column.inputNames(signals)),
        signals.samplePeriod(),
        signals.derivatives().description(),
        unit(signals),
        listed(signals.jointNames()),
        history.seen(),
        costs(history),
        spoiled(history));
  }

  private static String listed(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> " *     [" + i + "] " + CLiteral.of(names.get(i)) + "\n")
        .collect(Collectors.joining());
  }

  private static String unit(Signals signals) {
    boolean isUsual = signals.torqueUnit().equals(Signals.NEWTON_METRE);
    return isUsual ? "N m" : CLiteral.of(signals.torqueUnit());
  }

  private static String costs(History history) {
    return history instanceof History.Stream stream && stream.warmUp() > 0
        ? ", %s times: the first step takes so much longer".formatted(stream.warmUp())
        : "";
  }

  private static String spoiled(History history) {
    return history instanceof History.Window
        ? "as long as it is among the last " + history.timeSteps() + " samples or until a reset"
        : "from then on until a reset";
  }

  private String origin() {
    Provenance origin = model.provenance();
    return ORIGIN.formatted(
        CLiteral.of(origin.lindynVersion()),
        CLiteral.of(origin.tensorflowVersion()),
        CLiteral.of(origin.device()),
        CLiteral.of(origin.createdAt()),
        origin.seed(),
        sources(origin.sources()));
  }

  private static String sources(List<Provenance.Source> sources) {
    return sources.isEmpty()
        ? " *     data that are not known\n"
        : sources.stream().map(CHeader::source).collect(Collectors.joining());
  }

  private static String source(Provenance.Source log) {
    return " *     %s, %s samples, SHA-256 %s\n"
        .formatted(CLiteral.of(log.file()), log.samples(), CLiteral.of(log.sha256()));
  }

  private String sizes() {
    return SIZES.formatted(
        model.signals().inputs(),
        model.signals().joints(),
        model.signals().samplePeriod(),
        model.config().layers(),
        Collections.max(model.weights().shape().layerUnits()),
        model.config().history() instanceof History.Window window ? window.timeSteps() : 1);
  }
}
