package lindyn.bench;

import java.util.List;
import lindyn.bench.ThroughputRace.Entrant;
import lindyn.device.CudaCompiler;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.lstm.graph.Engine;

/**
 * What {@link DeviceThroughput} measures on a GPU, in TF32, as lines for it to read: a process
 * multiplies in TF32 or does not.
 */
public final class Tf32Throughput {

  private Tf32Throughput() {}

  /** Prints the rates; none without a GPU. */
  public static void main(String[] arguments) {
    if (!CudaSetup.obstacles().isEmpty()) {
      return;
    }
    var gpu = new Device.Gpus(List.of(0), 1, Precision.TF32);
    CudaSetup.prepare(gpu);
    var entrant = new Entrant(CudaCompiler.isThere() ? Engine.COMPILED : Engine.BLOCK, gpu);
    for (int units : DeviceRate.UNITS) {
      for (int batch : DeviceRate.BATCHES) {
        System.out.println(DeviceRate.measured(entrant, units, batch).line());
      }
    }
  }
}
