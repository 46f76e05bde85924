package lindyn.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.file.InputFile;
import lindyn.file.JsonFile;

/**
 * The ids that a split file names.
 *
 * @param file where they are from
 * @param parts the ids of each part; no id occurs twice
 */
record SplitFile(InputFile file, Map<Part, List<String>> parts) {

  private static final String EXPECTED =
      "expected {\"train\": [ids], \"validation\": [ids], \"test\": [ids]}";

  /** The parts of a split. */
  enum Part {
    TRAIN,
    VALIDATION,
    TEST
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it cannot be read or has another form
   */
  static SplitFile read(InputFile file) {
    JsonNode root = JsonFile.read(file, EXPECTED);
    Map<Part, List<String>> parts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (parts.put(part(file, entry.getKey()), ids(file, entry)) != null) {
        throw file.error("has \"val\" and \"validation\", expected one of them; drop the other");
      }
    }
    for (Part part : Part.values()) {
      if (!parts.containsKey(part)) {
        throw file.error("has no part \"" + name(part) + "\"; " + EXPECTED);
      }
    }
    var splitFile = new SplitFile(file, parts);
    splitFile.requireEachIdOnce();
    return splitFile;
  }

  private static Part part(InputFile file, String key) {
    return switch (key) {
      case "train" -> Part.TRAIN;
      case "val", "validation" -> Part.VALIDATION;
      case "test" -> Part.TEST;
      default -> throw file.error("has an unknown key " + InputFile.quoted(key) + "; " + EXPECTED);
    };
  }

  private static List<String> ids(InputFile file, Map.Entry<String, JsonNode> entry) {
    String key = InputFile.quoted(entry.getKey());
    if (!entry.getValue().isArray()) {
      throw file.error(key + " is not a list, expected a list of trajectory ids; write [1, 2]");
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode id : entry.getValue()) {
      if (!id.isNumber() && !id.isTextual()) {
        throw file.error(
            key + " names " + InputFile.quoted(id.toString()) + ", expected a number or a string");
      }
      ids.add(id.asText());
    }
    if (ids.isEmpty()) {
      throw file.error(key + " is empty, expected at least one trajectory; name one");
    }
    return ids;
  }

  private void requireEachIdOnce() {
    Map<String, Part> seen = new HashMap<>();
    parts.forEach(
        (part, ids) -> {
          for (String id : ids) {
            Part other = seen.putIfAbsent(id, part);
            if (other != null) {
              throw file.error(
                  String.format(
                      "names trajectory %s in %s and in %s, expected each in one part; drop one",
                      InputFile.quoted(id), name(other), name(part)));
            }
          }
        });
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Deals the trajectories to the parts that name them.
   *
   * @throws InputException if an id is not among the trajectories
   */
  Split split(List<Trajectory> trajectories) {
    Map<String, Trajectory> unnamed = new LinkedHashMap<>();
    trajectories.forEach(trajectory -> unnamed.put(trajectory.id(), trajectory));
    List<String> known = List.copyOf(unnamed.keySet());
    return new Split(
        take(Part.TRAIN, unnamed, known),
        take(Part.VALIDATION, unnamed, known),
        take(Part.TEST, unnamed, known),
        List.copyOf(unnamed.keySet()));
  }

  private List<Trajectory> take(Part part, Map<String, Trajectory> unnamed, List<String> known) {
    List<Trajectory> taken = new ArrayList<>();
    for (String id : parts.getOrDefault(part, List.of())) {
      Trajectory trajectory = unnamed.remove(id);
      if (trajectory == null) {
        throw file.error(
            String.format(
                "%s names trajectory %s, which the logs do not have; they have %s; correct the id",
                name(part), InputFile.quoted(id), InputFile.listed(known)));
      }
      taken.add(trajectory);
    }
    return taken;
  }
}
