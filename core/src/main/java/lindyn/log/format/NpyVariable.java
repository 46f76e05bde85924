package lindyn.log.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lindyn.InputException;
import lindyn.file.InputFile;

/**
 * An array in an .npz file, read as a stream.
 *
 * @param file where it lies, for errors
 * @param archive the opened file
 * @param entry its part of the archive
 * @param header what it says of itself
 */
record NpyVariable(InputFile file, ZipFile archive, ZipEntry entry, NpyHeader header)
    implements LogVariable {

  static final String ENDING = ".npy";
  private static final String FORTRAN_TRIALS =
      "holds trials in Fortran order, expected C order; save numpy.ascontiguousarray(x)";
  private static final int LARGEST_ELEMENT = 4096;
  private static final int MOST_COLUMNS = 10_000;

  /**
   * Reads the header of an array.
   *
   * @throws InputException if it is damaged or shorter than its header says
   */
  static NpyVariable open(InputFile file, ZipFile archive, ZipEntry entry) throws IOException {
    try (InputStream stream = archive.getInputStream(entry)) {
      NpyHeader header = NpyHeader.read(stream, file, name(entry));
      var variable = new NpyVariable(file, archive, entry, header);
      if (variable.problem().isEmpty() && entry.getSize() < variable.size()) {
        throw variable.cut();
      }
      return variable;
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(0, entry.getName().length() - ENDING.length());
  }

  private long size() {
    double elements = 1;
    for (long length : header.shape()) {
      elements *= length;
    }
    return (long) (header.bytes() + elements * type().map(NpyType::bytes).orElse(0));
  }

  private Optional<NpyType> type() {
    return NpyType.of(header.type());
  }

  @Override
  public String name() {
    return name(entry);
  }

  @Override
  public List<Long> shape() {
    return header.shape();
  }

  @Override
  public String problem() {
    if (header.type().contains("O")) {
      return "holds Python objects, expected numbers; convert it with numpy.asarray(x, float)";
    }
    if (type().isEmpty()) {
      return "has type "
          + InputFile.quoted(header.type())
          + ", expected float32, float64, integers or text; convert it with x.astype(float)";
    }
    if (header.shape().size() > 3) {
      return "has " + header.shape().size() + " dimensions, expected at most 3; reshape it";
    }
    if (header.isFortran() && header.shape().size() == 3) {
      return FORTRAN_TRIALS;
    }
    boolean isTooWide =
        type().map(NpyType::bytes).orElse(0) > LARGEST_ELEMENT || columns() > MOST_COLUMNS;
    return isTooWide ? "has elements or rows that are too long; is it a log?" : "";
  }

  private long columns() {
    return header.shape().size() < 2 ? 1 : header.shape().get(header.shape().size() - 1);
  }

  @Override
  public boolean holdsText() {
    return type().map(NpyType::isText).orElse(false);
  }

  @Override
  public Rows open(int columns) throws IOException {
    NpyType type = type().orElseThrow();
    if (!header.isFortran() || columns() == 1) {
      return new NpyRows(this, type, columns);
    }
    if (columns != columns()) {
      throw file.error("variable '" + name() + "' " + FORTRAN_TRIALS);
    }
    return NpyColumns.open(this, type, columns);
  }

  /** Opens the elements from one on, counted as they lie in the file. */
  CheckedInputStream elements(long first) throws IOException {
    var stream = new CheckedInputStream(archive.getInputStream(entry), new CRC32());
    try {
      stream.skipNBytes(header.bytes() + first * type().orElseThrow().bytes());
      return stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** Reads a stream of {@link #elements} to its end, and requires the archive's checksum. */
  void finish(CheckedInputStream elements) throws IOException {
    elements.transferTo(OutputStream.nullOutputStream());
    if (elements.getChecksum().getValue() != entry.getCrc()) {
      throw file.error(
          "variable '"
              + name()
              + "' is damaged: its bytes do not have the checksum in the archive; copy or save it"
              + " again");
    }
  }

  InputException cut() {
    return file.error(
        String.format(
            "variable '%s' is cut: its header says %d bytes, the archive has %d; save or copy the"
                + " file again",
            name(), size(), entry.getSize()));
  }
}
