package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import lindyn.gp.search.Objective;
import org.junit.jupiter.api.Test;

class CountedObjectiveTest {

  private final CountedObjective counted =
      new CountedObjective(x -> new Objective.Value(x[0], new double[] {1}));

  @Test
  void countsThePlaceBeforeOnce() {
    counted.at(new double[] {1});
    counted.at(new double[] {1});
    counted.at(new double[] {2});
    counted.at(new double[] {1});

    assertEquals(3, counted.evaluations());
    assertEquals(1, counted.at(new double[] {1}).value());
  }

  @Test
  void tellsWhenAValueWasReached() {
    counted.at(new double[] {1});
    counted.at(new double[] {5});
    counted.at(new double[] {3});

    assertEquals(5, counted.best());
    assertEquals(OptionalInt.of(2), counted.reached(4));
    assertEquals(OptionalInt.empty(), counted.reached(6));
  }

  @Test
  void keepsItsOwnCopyOfThePlace() {
    double[] place = {1};
    counted.at(place);
    place[0] = 7;

    assertEquals(7, counted.at(place).value());
  }
}
