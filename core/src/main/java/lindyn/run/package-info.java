/** The record of a run: versions, device, data, configuration. */
@NullMarked
package lindyn.run;

import org.jspecify.annotations.NullMarked;
