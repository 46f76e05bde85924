package lindyn.log.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lindyn.InputException;
import lindyn.file.InputFile;

/**
 * The header of an array in NumPy's .npy format, versions 1 to 3, as numpy.lib.format documents it.
 *
 * @param type type of the elements, as {@code <f8}; a list of fields for a structured array
 * @param isFortran whether the first index runs fastest
 * @param shape lengths of the array
 * @param bytes number of bytes before the first element
 */
record NpyHeader(String type, boolean isFortran, List<Long> shape, int bytes) {

  /** The first bytes of an array. */
  static final String MAGIC = "\u0093NUMPY";

  private static final int LONGEST = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr': *('([^']*)'|\\[)");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");
  private static final Pattern LENGTH = Pattern.compile("[0-9]+");
  private static final int MOST_DIGITS = 12;

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Reads the header of an array.
   *
   * @param variable name of the array, for errors
   * @throws InputException if it is no such header, or of another version
   */
  static NpyHeader read(InputStream stream, InputFile file, String variable) throws IOException {
    var data = new DataInputStream(stream);
    byte[] start = data.readNBytes(MAGIC.length() + 2);
    if (start.length < MAGIC.length() + 2
        || !new String(start, StandardCharsets.ISO_8859_1).startsWith(MAGIC)) {
      throw damaged(file, variable, "has no NumPy header");
    }
    int version = start[MAGIC.length()];
    if (version < 1 || version > 3) {
      throw file.error(
          String.format(
              "variable '%s' is in version %d of the .npy format, expected 1 to 3; save it with"
                  + " numpy.savez",
              variable, version));
    }
    int sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
    long length = littleEndian(data.readNBytes(sizeBytes));
    if (length > LONGEST) {
      throw damaged(file, variable, "has a header of " + length + " bytes");
    }
    byte[] text = data.readNBytes((int) length);
    if (text.length < length) {
      throw damaged(file, variable, "ends in its header");
    }
    return parse(
        new String(text, StandardCharsets.UTF_8),
        start.length + sizeBytes + text.length,
        new Place(file, variable));
  }

  private record Place(InputFile file, String variable) {}

  private static NpyHeader parse(String text, int bytes, Place place) {
    Matcher type = TYPE.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!type.find() || !fortran.find() || !shape.find()) {
      throw damaged(place.file(), place.variable(), "has a header that names no type or shape");
    }
    List<Long> lengths = new ArrayList<>();
    Matcher length = LENGTH.matcher(shape.group(1));
    while (length.find()) {
      if (length.group().length() > MOST_DIGITS) {
        throw damaged(place.file(), place.variable(), "has a length of " + length.group());
      }
      lengths.add(Long.valueOf(length.group()));
    }
    String name = type.group(2);
    return new NpyHeader(
        name == null ? "[...]" : name, fortran.group(1).equals("True"), lengths, bytes);
  }

  private static long littleEndian(byte[] bytes) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    return value;
  }

  private static InputException damaged(InputFile file, String variable, String found) {
    return file.error(
        String.format(
            "variable '%s' %s, expected an array as numpy.savez writes it; the file is damaged:"
                + " save or copy it again",
            variable, found));
  }
}
