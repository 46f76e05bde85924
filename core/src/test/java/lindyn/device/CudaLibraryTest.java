package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaLibraryTest {

  @ParameterizedTest
  @CsvSource({
    "9.3, true",
    "9.3.0, true",
    "9.10.2, true",
    "10.0, true",
    "9, true",
    "'', true",
    "9.2.9, false",
    "8.9.7, false"
  })
  void takesCudnnFromTheVersionThatTensorFlowWasBuiltWith(String version, boolean isTaken) {
    assertEquals(isTaken, CudaLibrary.CUDNN.accepts(version));
  }

  @Test
  void takesOthersByTheirNameAlone() {
    assertTrue(CudaLibrary.CUDART.accepts("12.0.146"));
  }

  @Test
  void comesAfterWhatItNeeds() {
    List<CudaLibrary> order = List.of(CudaLibrary.values());

    assertTrue(order.indexOf(CudaLibrary.CUBLASLT) < order.indexOf(CudaLibrary.CUBLAS));
    assertTrue(order.indexOf(CudaLibrary.NVJITLINK) < order.indexOf(CudaLibrary.CUSPARSE));
    assertTrue(order.indexOf(CudaLibrary.CUSPARSE) < order.indexOf(CudaLibrary.CUSOLVER));
    assertTrue(order.indexOf(CudaLibrary.CUDNN) < order.indexOf(CudaLibrary.CUDNN_OPS));
  }
}
