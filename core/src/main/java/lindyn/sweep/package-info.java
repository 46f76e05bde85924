/** The search for settings of training: a space, its candidates, and which of them go on. */
@NullMarked
package lindyn.sweep;

import org.jspecify.annotations.NullMarked;
