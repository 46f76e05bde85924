package lindyn.log.format;

import java.util.Arrays;
import java.util.Optional;

/** What a file is, as its first bytes tell. */
enum FileKind {
  NPZ("a ZIP or .npz file", "PK\3\4"),
  MAT("a MATLAB file", "MATLAB 5.0 MAT-file"),
  PARQUET("a Parquet file", "PAR1"),
  NPY("a NumPy array", NpyHeader.MAGIC),
  HDF5("an HDF5 file", "\u0089HDF\r\n\u001a\n"),
  MAT_7_3("a MATLAB file of version 7.3", "MATLAB 7.3 MAT-file"),
  MAT_4("a MATLAB file of version 4", ""),
  GZIP("a gzip file", "\u001f\u008b"),
  BZIP2("a bzip2 file", "BZh"),
  XZ("an xz file", "\u00fd7zXZ\0"),
  ZSTD("a zstd file", "(\u00b5/\u00fd"),
  SEVEN_ZIP("a 7z file", "7z\u00bc\u00af'\u001c"),
  TEXT("a text file", "");

  private final String noun;
  private final String magic;

  FileKind(String noun, String magic) {
    this.noun = noun;
    this.magic = magic;
  }

  /** Returns what a file is that starts with these bytes, one per character. */
  static FileKind of(String start) {
    if (MatVersion4.isHeader(start)) {
      return MAT_4;
    }
    return Arrays.stream(values())
        .filter(kind -> !kind.magic.isEmpty() && start.startsWith(kind.magic))
        .findFirst()
        .orElse(TEXT);
  }

  /** Returns what a whole file was before it was cut to these few bytes, if that shows. */
  static Optional<FileKind> beforeCut(String content) {
    return Arrays.stream(values()).filter(kind -> isPart(content, kind.magic)).findFirst();
  }

  private static boolean isPart(String content, String magic) {
    return content.length() > 1 && content.length() < magic.length() && magic.startsWith(content);
  }

  /** Returns its name with an article. */
  String noun() {
    return noun;
  }
}
