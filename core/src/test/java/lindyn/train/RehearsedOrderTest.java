package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.data.Sequence;
import org.junit.jupiter.api.Test;

class RehearsedOrderTest {

  private static final List<Sequence> OLD =
      IntStream.range(100, 107).mapToObj(row -> new Sequence(row, row, row)).toList();

  /** Six batches of one new sequence, which tells epoch and number. */
  private static final EpochOrder NEW =
      epoch ->
          new EpochOrder.Batches() {
            @Override
            public int count() {
              return 6;
            }

            @Override
            public List<Sequence> at(int number) {
              return List.of(new Sequence(epoch, number, number));
            }
          };

  private static List<List<Sequence>> batches(int epoch) {
    EpochOrder.Batches batches = new RehearsedOrder(NEW, OLD, 3, 1).of(epoch);
    return IntStream.range(0, batches.count()).mapToObj(batches::at).toList();
  }

  @Test
  void everyBatchHasNewAndThenOldSequences() {
    List<List<Sequence>> batches = batches(2);

    for (int number = 0; number < 6; number++) {
      assertEquals(new Sequence(2, number, number), batches.get(number).get(0));
      assertEquals(4, batches.get(number).size());
    }
  }

  @Test
  void allOldOnesComeBeforeAnyComesAgain() {
    List<Sequence> old =
        batches(1).stream().flatMap(batch -> batch.subList(1, 4).stream()).toList();

    assertEquals(new HashSet<>(OLD), new HashSet<>(old.subList(0, 7)));
    assertEquals(old.subList(0, 7), old.subList(7, 14));
  }

  @Test
  void everyEpochHasAnOrderOfItsOwnWhateverWasAskedBefore() {
    assertEquals(batches(3), batches(3));
    assertNotEquals(batches(1).get(0).subList(1, 4), batches(2).get(0).subList(1, 4));
  }
}
