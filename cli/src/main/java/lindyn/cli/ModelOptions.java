package lindyn.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lindyn.InputException;
import lindyn.gp.model.GpConfig;
import lindyn.lstm.LstmConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The kind of model, and what all kinds have. */
final class ModelOptions {

  /** Kinds of models. */
  enum Kind {
    LSTM,
    GP,
    SGPR;

    String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Named settings. */
  enum Preset {
    RECOMMENDED,
    PAPER
  }

  @Option(
      names = "--model",
      defaultValue = "lstm",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). GP: exact Gaussian processes of"
              + " random samples; SGPR: sparse ones of all samples.")
  private Kind kind = Kind.LSTM;

  @Option(
      names = "--preset",
      defaultValue = "recommended",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). recommended: an LSTM with tanh cell"
              + " and linear read-out on top of a rigid-body regression; GPs with a length scale per"
              + " input that joints share. paper: the literal equations of Rueckert et al. 2017; one"
              + " GP per joint with one length scale.")
  private Preset preset = Preset.RECOMMENDED;

  @Option(
      names = "--base",
      description =
          "${COMPLETION-CANDIDATES}: what the model corrects (default: rigid_body for the"
              + " recommended LSTM, none for others).")
  private LstmConfig.@Nullable Base base;

  @Option(
      names = "--window",
      paramLabel = "T",
      description =
          "See the last T time steps and nothing before: an LSTM with the loss on the last one, or a"
              + " GP with T times the inputs (default for a GP: 1).")
  private @Nullable Integer window;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  Kind kind() {
    return kind;
  }

  Preset preset() {
    return preset;
  }

  LstmConfig.@Nullable Base base() {
    return base;
  }

  @Nullable Integer window() {
    return window;
  }

  long seed() {
    return seed;
  }

  /** Returns a GP with the base and window that were chosen. */
  GpConfig chosen(GpConfig config) {
    try {
      GpConfig onBase =
          base == LstmConfig.Base.RIGID_BODY ? config.withMean(GpConfig.Mean.RIGID_BODY) : config;
      return window == null ? onBase : onBase.withWindow(window);
    } catch (IllegalArgumentException e) {
      throw new InputException("--window: " + e.getMessage(), e);
    }
  }

  /**
   * Checks that no option was given that only other kinds have: it would be silently ignored.
   *
   * @param command has the options of the LSTM and those of the Gaussian processes as mixins
   * @throws InputException if one was
   */
  void requireOwn(CommandSpec command) {
    command
        .mixins()
        .forEach(
            (mixin, options) ->
                options
                    .options()
                    .forEach(option -> requireOwn(command, option.longestName(), mixin)));
  }

  private void requireOwn(CommandSpec command, String option, String mixin) {
    Set<Kind> owners = owners(option, mixin);
    if (!owners.contains(kind) && command.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new InputException(
          String.format(
              "%s is an option of --model %s, not of %s; leave it out",
              option,
              owners.stream().map(Kind::title).collect(Collectors.joining(" or ")),
              kind.title()));
    }
  }

  private static Set<Kind> owners(String option, String mixin) {
    return switch (mixin) {
      case "networkOptions", "trainingOptions", "rehearsalOptions" -> EnumSet.of(Kind.LSTM);
      case "gpOptions" -> GpOptions.owners(option);
      default -> EnumSet.allOf(Kind.class);
    };
  }
}
