package lindyn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.train.Continuation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Life-long learning: what is kept of the data, and which model goes on. */
final class RehearsalOptions {

  private static final String CONTINUE = "--continue";

  /** Mixins whose options a model that exists has decided. */
  private static final Set<String> DECIDED =
      Set.of("modelOptions", "networkOptions", "gpOptions", "logOptions");

  @Option(
      names = CONTINUE,
      paramLabel = "MODEL",
      description =
          "Go on from this LSTM's folder instead of random weights: it learns from the new logs,"
              + " and rehearses the old samples that its folder keeps.")
  private @Nullable Path model;

  @Option(
      names = "--rehearsal-share",
      paramLabel = "FRACTION",
      description =
          "With --continue: part of each batch, and of the validation error, that is old samples"
              + " (default: "
              + Continuation.EVEN_SHARE
              + "; 0: none, the model forgets).")
  private @Nullable Double share;

  @Option(
      names = "--rehearsal-samples",
      paramLabel = "N",
      defaultValue = "" + LstmRecipe.REHEARSAL_SAMPLES,
      description =
          "Samples that the model's folder keeps for a later --continue, chosen at random among all"
              + " that the model has learned from (default: ${DEFAULT-VALUE}; 0: none).")
  private int samples = LstmRecipe.REHEARSAL_SAMPLES;

  /**
   * Returns the number of samples to keep.
   *
   * @throws InputException if it is negative
   */
  int samples() {
    if (samples < 0) {
      throw new InputException("--rehearsal-samples must be 0 or more, got " + samples);
    }
    return samples;
  }

  /**
   * Reads the model that goes on, if one does.
   *
   * @param command has all options of training as mixins
   * @throws InputException if other options contradict the model, or it cannot be read
   */
  Optional<ContinuedModel> continued(CommandSpec command) {
    if (model == null) {
      if (share != null) {
        throw new InputException("--rehearsal-share needs --continue; give both or none");
      }
      return Optional.empty();
    }
    requireNothingDecided(command);
    double chosen = share == null ? Continuation.EVEN_SHARE : share;
    try {
      return Optional.of(ContinuedModel.read(model, chosen));
    } catch (IllegalArgumentException e) {
      throw new InputException("--rehearsal-share: " + e.getMessage(), e);
    }
  }

  private static void requireNothingDecided(CommandSpec command) {
    Stream<String> reading =
        CommandSpec.forAnnotatedObject(new SourceOptions()).options().stream()
            .map(OptionSpec::longestName);
    List<String> free = Stream.concat(reading, Stream.of("--seed")).toList();
    command.mixins().entrySet().stream()
        .filter(mixin -> DECIDED.contains(mixin.getKey()))
        .flatMap(mixin -> mixin.getValue().options().stream())
        .map(OptionSpec::longestName)
        .filter(name -> !free.contains(name))
        .filter(name -> command.commandLine().getParseResult().hasMatchedOption(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new InputException(
                  name + " contradicts --continue: the model has decided it; leave it out");
            });
  }
}
