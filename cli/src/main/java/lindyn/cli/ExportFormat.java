package lindyn.cli;

import java.nio.file.Path;
import lindyn.c.CExporter;
import lindyn.lstm.TrainedLstm;
import lindyn.onnx.OnnxExporter;

/** What a network can be written as for programs that do not know Lindyn. */
enum ExportFormat {
  /** One C99 source and its header. */
  C,
  /** ONNX models of whole motions and of single samples. */
  ONNX;

  /** Writes a network into a folder that does not exist and appears complete or not at all. */
  void write(TrainedLstm model, Path folder) {
    switch (this) {
      case C -> CExporter.write(model, folder);
      case ONNX -> OnnxExporter.write(model, folder);
    }
  }
}
