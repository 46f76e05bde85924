/** The paper's synthetic wave. */
@NullMarked
package lindyn.examples.waves;

import org.jspecify.annotations.NullMarked;
