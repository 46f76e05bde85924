package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CovarianceTooLargeExceptionTest {

  private static final long GIB = 1L << 30;

  @Test
  void saysHowMuchIsNeededHowManyFitAndWhatToDo() {
    String message = refusal(100_000, 2 * GIB);

    Matcher parts =
        Pattern.compile(
                "the covariance of 100000 points needs (\\S+) GiB, but the heap of 2\\.0 GiB has room"
                    + " for (\\d+) points: start Java with -Xmx(\\d+)g or more, take fewer points,"
                    + " or use the sparse Gaussian process")
            .matcher(message);
    assertTrue(parts.matches(), message);
    // half of 1e10 numbers of 8 bytes, and some workspace
    assertEquals(40e9 / GIB, Double.parseDouble(parts.group(1)), 5);
    int fitting = Integer.parseInt(parts.group(2));
    assertDoesNotThrow(() -> CovarianceTooLargeException.requireRoom(fitting, 2 * GIB));
    refusal(fitting + 1, 2 * GIB);
    long heap = Long.parseLong(parts.group(3)) * GIB;
    assertDoesNotThrow(() -> CovarianceTooLargeException.requireRoom(100_000, heap));
  }

  private static String refusal(int points, long heap) {
    var thrown =
        assertThrows(
            CovarianceTooLargeException.class,
            () -> CovarianceTooLargeException.requireRoom(points, heap));
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void inducingPointsAreLimitedToo() {
    var thrown =
        assertThrows(
            CovarianceTooLargeException.class,
            () -> CovarianceTooLargeException.requireRoomOfInducing(20_000, 4 * GIB));

    String message = String.valueOf(thrown.getMessage());
    Matcher parts =
        Pattern.compile(
                "the covariance of 20000 inducing points needs \\S+ GiB, but the heap of 4\\.0 GiB has"
                    + " room for (\\d+) inducing points: start Java with -Xmx(\\d+)g or more, or take"
                    + " fewer of them")
            .matcher(message);
    assertTrue(parts.matches(), message);
    int fitting = Integer.parseInt(parts.group(1));
    assertDoesNotThrow(() -> CovarianceTooLargeException.requireRoomOfInducing(fitting, 4 * GIB));
    long heap = Long.parseLong(parts.group(2)) * GIB;
    assertDoesNotThrow(() -> CovarianceTooLargeException.requireRoomOfInducing(20_000, heap));
  }

  @Test
  void tenThousandPointsFitIntoFourGigabytes() {
    assertDoesNotThrow(() -> CovarianceTooLargeException.requireRoom(10_000, 4 * GIB));
  }
}
