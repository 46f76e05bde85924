package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.Standardizer;
import org.junit.jupiter.api.Test;

class ContiguousOrderTest {

  private static EpochOrder order(long seed) {
    var identity = new Standardizer(List.of(0.0), List.of(1.0), Standardizer.UNLIMITED);
    var inputs =
        new Standardizer(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), Standardizer.UNLIMITED);
    var samples = SampleMatrix.of(List.of(RandomTrajectory.of("t", 90, 1, 0, 1)), inputs, identity);
    return new ContiguousOrder(samples, new History.Stream(6, 2), 5, seed);
  }

  private static List<List<Sequence>> epoch(EpochOrder order, int epoch) {
    EpochOrder.Batches batches = order.of(epoch);
    return IntStream.range(0, batches.count()).mapToObj(batches::at).toList();
  }

  @Test
  void skippedEpochsChangeNothing() {
    EpochOrder everyEpoch = order(7);
    epoch(everyEpoch, 1);
    epoch(everyEpoch, 2);

    assertEquals(epoch(everyEpoch, 3), epoch(order(7), 3));
  }

  @Test
  void everyEpochAndSeedHasAnOrderOfItsOwn() {
    assertNotEquals(epoch(order(7), 1), epoch(order(7), 2));
    assertNotEquals(epoch(order(7), 2), epoch(order(8), 1));
    assertNotEquals(epoch(order(7), 1), epoch(order(8), 1));
  }
}
