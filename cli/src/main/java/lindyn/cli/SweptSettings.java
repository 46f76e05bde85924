package lindyn.cli;

import java.util.List;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.lstm.LstmConfig;
import lindyn.sweep.Setting;
import lindyn.train.TrainingConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** What settings by name mean: the same as on the command line of {@code lindyn train}. */
@Command
final class SweptSettings {

  @Mixin private ModelOptions modelOptions = new ModelOptions();
  @Mixin private NetworkOptions networkOptions = new NetworkOptions();
  @Mixin private TrainingOptions trainingOptions = new TrainingOptions();

  /** Returns the options by name. */
  static CommandLine options() {
    return new CommandLine(new SweptSettings()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * Reads settings.
   *
   * @throws InputException if a value is impossible
   */
  static SweptSettings of(List<Setting> settings) {
    var swept = new SweptSettings();
    try {
      new CommandLine(swept)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    } catch (ParameterException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    return swept;
  }

  ModelOptions.Kind kind() {
    return modelOptions.kind();
  }

  long seed() {
    return modelOptions.seed();
  }

  LstmConfig network() {
    return networkOptions.config(modelOptions);
  }

  TrainingConfig training(List<Trajectory> train) {
    return trainingOptions.config(network(), train, seed());
  }
}
