/** Where networks are trained: the processor, CUDA devices and what they need, other machines. */
@NullMarked
package lindyn.device;

import org.jspecify.annotations.NullMarked;
