package lindyn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.train.Continuation;
import lindyn.train.TrainingConfig;
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
      description =
          "Samples that the model's folder keeps for a later --continue, chosen at random among all"
              + " that the model has learned from (default: "
              + LstmRecipe.REHEARSAL_SAMPLES
              + "; 0: none).")
  private @Nullable Integer samples;

  /**
   * Returns the number of samples to keep.
   *
   * @throws InputException if it is negative, or too small for what the network sees
   */
  int samples(History history) {
    if (samples == null) {
      return LstmRecipe.REHEARSAL_SAMPLES;
    }
    int least = Rehearsal.least(history);
    if (samples < 0 || (samples > 0 && samples < least)) {
      throw new InputException(
          String.format(
              "--rehearsal-samples must be 0 or at least %d, five times the %d steps that the"
                  + " network is trained on, got %d",
              least, history.timeSteps(), samples));
    }
    return samples;
  }

  /**
   * Checks that batches have room for new and old samples.
   *
   * @throws InputException if they do not
   */
  static void requireRoom(Optional<ContinuedModel> continued, TrainingConfig training) {
    boolean rehearses = continued.stream().anyMatch(begun -> begun.continuation().share() > 0);
    if (rehearses && training.batchSize() < 2) {
      throw new InputException(
          "--batch-size 1 has no room for new and old samples; use 2 or more, or"
              + " --rehearsal-share 0");
    }
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
