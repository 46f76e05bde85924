package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;

class TensorBoardEventsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_600_000_000, 500_000_000));

  @TempDir Path folder;

  @Test
  void eventsCanBeReadBack() throws IOException {
    try (var events = TensorBoardEvents.open(folder, List.of(), CLOCK)) {
      events.onEpoch(new EpochReport(1, 2, 0.5, 0.625, true, 12800, 0.1));
      events.onEpoch(new EpochReport(2, 2, 0.25, Double.NaN, false, 25600, 0.1));
    }

    List<Event> events = read(onlyFile());

    assertEquals("brain.Event:2", events.get(0).getFileVersion());
    assertEquals(1_600_000_000.5, events.get(0).getWallTime(), 0); // exact in binary
    assertEquals(1, events.get(1).getStep());
    assertEquals(
        List.of("loss/train=0.5", "loss/validation=0.625", "speed/time_steps_per_second=128000.0"),
        scalars(events.get(1)));
    assertEquals(2, events.get(2).getStep());
    assertEquals(
        List.of("loss/train=0.25", "speed/time_steps_per_second=256000.0"), scalars(events.get(2)));
    assertEquals(3, events.size());
  }

  @Test
  void eachEpochCanBeReadAtOnce() throws IOException {
    try (var events = TensorBoardEvents.open(folder, List.of(), CLOCK)) {
      events.onEpoch(new EpochReport(1, 2, 0.5, 0.625, true, 12800, 0.1));

      assertEquals(2, read(onlyFile()).size());
    }
  }

  @Test
  void fileHasANameThatTensorBoardFinds() throws IOException {
    try (var events = TensorBoardEvents.open(folder, List.of(), CLOCK)) {
      events.onEpoch(new EpochReport(1, 2, 0.5, 0.625, true, 12800, 0.1));
    }

    String name = onlyFile().getFileName().toString();
    assertTrue(name.startsWith("events.out.tfevents.1600000000.lindyn."), name);
  }

  /** The first run got as far as epoch 2, but its last checkpoint only knows of epoch 1. */
  @Test
  void aRunThatGoesOnHasEachEpochOnce() throws IOException {
    var first = new EpochReport(1, 2, 0.5, 0.625, true, 12800, 1);
    var second = new EpochReport(2, 2, 0.25, 0.5, true, 25600, 3);
    try (var events = TensorBoardEvents.open(folder, List.of(), CLOCK)) {
      events.onEpoch(first);
      events.onEpoch(second);
    }
    Files.writeString(folder.resolve("metrics.csv"), "not an event");

    try (var events = TensorBoardEvents.open(folder, List.of(first), CLOCK)) {
      events.onEpoch(second);
    }

    Files.delete(folder.resolve("metrics.csv"));
    List<Event> events = read(onlyFile());
    assertEquals(List.of(0L, 1L, 2L), events.stream().map(Event::getStep).toList());
  }

  @Test
  void epochsBeforeKeepTheirDistancesInTime() throws IOException {
    var first = new EpochReport(1, 3, 0.5, 0.625, true, 12800, 1);
    var second = new EpochReport(2, 3, 0.25, 0.5, true, 25600, 3);

    TensorBoardEvents.open(folder, List.of(first, second), CLOCK).close();

    List<Event> events = read(onlyFile());
    assertEquals(1_599_999_998.5, events.get(1).getWallTime(), 0); // exact in binary
    assertEquals(1_600_000_000.5, events.get(2).getWallTime(), 0);
  }

  /** Golden bytes from tensorboard 2.21.0's RecordWriter. */
  @Test
  void framesAgreeWithTensorBoard() {
    byte[] frame = TfRecord.frame("lindyn".getBytes(StandardCharsets.UTF_8));

    assertEquals("06000000000000007369d5376c696e64796eed954869", HexFormat.of().formatHex(frame));
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path missing = folder.resolve("missing");

    var e =
        assertThrows(
            UncheckedIOException.class, () -> TensorBoardEvents.open(missing, List.of(), CLOCK));

    assertTrue(String.valueOf(e.getMessage()).startsWith("cannot write " + missing));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  /** Reads records and fails unless each has the bytes that its own data would be framed with. */
  private static List<Event> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (buffer.hasRemaining()) {
      byte[] data = new byte[(int) buffer.getLong(buffer.position())];
      byte[] frame = new byte[data.length + TfRecord.OVERHEAD];
      buffer.get(frame);
      System.arraycopy(frame, 12, data, 0, data.length);
      assertEquals(HexFormat.of().formatHex(TfRecord.frame(data)), HexFormat.of().formatHex(frame));
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  private static List<String> scalars(Event event) {
    return event.getSummary().getValueList().stream()
        .map(value -> value.getTag() + "=" + value.getSimpleValue())
        .toList();
  }
}
