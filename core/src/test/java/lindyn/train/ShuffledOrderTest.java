package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.Standardizer;
import org.junit.jupiter.api.Test;

class ShuffledOrderTest {

  private static EpochOrder order() {
    var identity = new Standardizer(List.of(0.0), List.of(1.0), Standardizer.UNLIMITED);
    var inputs =
        new Standardizer(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), Standardizer.UNLIMITED);
    var samples = SampleMatrix.of(List.of(RandomTrajectory.of("t", 90, 1, 0, 1)), inputs, identity);
    return new ShuffledOrder(samples, new History.Stream(6, 2), 5, 7);
  }

  private static List<List<Sequence>> all(EpochOrder.Batches batches) {
    return IntStream.range(0, batches.count()).mapToObj(batches::at).toList();
  }

  @Test
  void skippedEpochsChangeNothing() {
    EpochOrder everyEpoch = order();
    everyEpoch.of(1);
    everyEpoch.of(2);

    assertEquals(all(everyEpoch.of(3)), all(order().of(3)));
  }

  @Test
  void everyEpochHasAnOrderOfItsOwn() {
    EpochOrder order = order();

    assertNotEquals(all(order.of(1)), all(order.of(2)));
  }

  @Test
  void thereIsNoWayBack() {
    EpochOrder order = order();
    order.of(2);

    assertThrows(IllegalArgumentException.class, () -> order.of(2));
  }
}
