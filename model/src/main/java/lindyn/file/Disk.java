package lindyn.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Makes sure that what was written outlives a loss of power. */
public final class Disk {

  private static final boolean IS_WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private Disk() {}

  /**
   * Waits until a file's bytes, or the names in a folder, are on the disk.
   *
   * @throws IOException if they cannot be written there
   */
  public static void force(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    if (isFolder && IS_WINDOWS) {
      return; // Windows opens no folders, and keeps their names itself
    }
    var access = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
