package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import lindyn.InputException;
import lindyn.log.Cache;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of all formats are read or refused in one line, whatever the damage is. */
class LogFuzzTest {

  private static final int MUTANTS = Integer.getInteger("lindyn.fuzz", 200);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.csv",
        "log.npz",
        "compressed.npz",
        "odd.npz",
        "trials.npz",
        "log.mat",
        "plain.mat",
        "struct.mat",
        "none.parquet",
        "snappy.parquet",
        "zstd.parquet",
        "gzip.parquet",
        "pages.parquet",
        "lists.parquet"
      })
  void survivesMutationsOf(String name) throws IOException {
    byte[] sound = bytes(name);
    for (int seed = 0; seed < MUTANTS; seed++) {
      Path file = Files.write(folder.resolve(name), mutant(sound, new SplittableRandom(seed)));
      try {
        new TrajectoryReader(ReadingOptions.DEFAULT, Cache.NONE).readTrajectories(List.of(file));
      } catch (InputException e) {
        assertEquals(1, String.valueOf(e.getMessage()).lines().count(), "seed " + seed + ": " + e);
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static byte[] mutant(byte[] sound, SplittableRandom random) {
    byte[] bytes = sound.clone();
    int changes = random.nextInt(1, 5);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0x7f);
        case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
        default -> {
          int to = random.nextInt(bytes.length);
          int length = random.nextInt(1, 1 + Math.min(16, bytes.length - Math.max(at, to)));
          System.arraycopy(bytes, at, bytes, to, length);
        }
      }
    }
    return bytes;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream stream = LogFuzzTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }
}
