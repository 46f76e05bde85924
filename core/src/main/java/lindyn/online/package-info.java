/** Learning while the robot moves: samples come one by one, and the model answers meanwhile. */
@NullMarked
package lindyn.online;

import org.jspecify.annotations.NullMarked;
