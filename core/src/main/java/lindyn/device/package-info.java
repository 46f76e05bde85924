/** Devices that TensorFlow runs on. */
@NullMarked
package lindyn.device;

import org.jspecify.annotations.NullMarked;
