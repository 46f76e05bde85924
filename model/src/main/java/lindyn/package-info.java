/** Motions of robots, the torques that drive them, and the one contract that all models meet. */
@NullMarked
package lindyn;

import org.jspecify.annotations.NullMarked;
