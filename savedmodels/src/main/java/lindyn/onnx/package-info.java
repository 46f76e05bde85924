/** Networks as ONNX models: written, verified and run. */
@NullMarked
package lindyn.onnx;

import org.jspecify.annotations.NullMarked;
