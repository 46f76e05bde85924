/** Trajectories for learning: splitting, standardising, and the samples that a network sees. */
@NullMarked
package lindyn.data;

import org.jspecify.annotations.NullMarked;
