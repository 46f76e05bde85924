package lindyn.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.JsonFile;
import lindyn.sweep.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A JSON file with options of {@code lindyn train}, such as {@code {"hidden-units": 48}}. */
final class ConfigFile {

  static final String OPTION = "--config";

  /** Mixins whose options say how a model is made; the others say of what, and where. */
  private static final List<String> SETTINGS =
      List.of("modelOptions", "networkOptions", "trainingOptions", "gpOptions");

  /** Options among these that say where. */
  private static final Set<String> PLACES = Set.of("cluster");

  private static final String EXPECTED =
      "expected options of 'lindyn train' without dashes, such as {\"hidden-units\": 48}";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final InputFile file;
  private final CommandSpec command;

  /**
   * Takes a file.
   *
   * @param command the command that was given with it
   */
  ConfigFile(Path path, CommandSpec command) {
    this.file = new InputFile(path);
    this.command = command;
  }

  /**
   * Returns the command's arguments with the file's settings instead of the option; settings that
   * the command line has too are left out, so that they win.
   *
   * @throws InputException if the file cannot be read, or says what no such file can say
   */
  List<String> expand(List<String> arguments) {
    List<String> expanded = new ArrayList<>(List.of(arguments.get(0)));
    for (Setting setting : settings()) {
      requireConvertible(setting);
      String option = "--" + setting.name();
      if (!command.commandLine().getParseResult().hasMatchedOption(option)) {
        expanded.add(option + "=" + setting.value());
      }
    }
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i).equals(OPTION)) {
        i++; // and its value
      } else if (!arguments.get(i).startsWith(OPTION + "=")) {
        expanded.add(arguments.get(i));
      }
    }
    return expanded;
  }

  /** Tells a user whose settings are impossible where they may come from. */
  InputException refusal(Exception cause) {
    return file.error("with the command line: " + cause.getMessage(), cause);
  }

  private void requireConvertible(Setting setting) {
    try {
      Lindyn.commandLine()
          .parseArgs(command.name(), "--" + setting.name() + "=" + setting.value(), "any.csv");
    } catch (ParameterException e) {
      throw file.error(quoted(setting.name()) + ": " + e.getMessage(), e);
    }
  }

  private List<Setting> settings() {
    try (InputStream stream = file.open();
        JsonParser parser = JSON.createParser(stream)) {
      List<Setting> settings = read(parser);
      if (parser.nextToken() != null) {
        throw file.error(line(parser), "goes on after its JSON object; " + EXPECTED);
      }
      return settings;
    } catch (JsonProcessingException e) {
      throw JsonFile.refusal(file, EXPECTED, e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private List<Setting> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw file.error(1, "holds no JSON object; " + EXPECTED);
    }
    List<Setting> settings = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      requireSetting(parser, name);
      JsonToken value = parser.nextToken();
      if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
        throw file.error(
            line(parser), quoted(name) + " is neither a number nor a text; " + EXPECTED);
      }
      settings.add(new Setting(name, parser.getText()));
    }
    return settings;
  }

  private void requireSetting(JsonParser parser, String name) {
    if (settingNames().noneMatch(name::equals)) {
      boolean isOption = Optional.ofNullable(command.findOption("--" + name)).isPresent();
      throw file.error(
          line(parser),
          isOption
              ? quoted(name) + " is no setting of a model; give --" + name + " on the command line"
              : "has an unknown key " + quoted(name) + "; " + EXPECTED);
    }
  }

  private Stream<String> settingNames() {
    return command.mixins().entrySet().stream()
        .filter(mixin -> SETTINGS.contains(mixin.getKey()))
        .flatMap(mixin -> mixin.getValue().options().stream())
        .map(OptionSpec::longestName)
        .map(option -> option.substring(2))
        .filter(name -> !PLACES.contains(name));
  }

  private static String quoted(String name) {
    return InputFile.quoted(name);
  }

  private static long line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
