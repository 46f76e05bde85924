/** The Gaussian-process baseline, in the notation of Rasmussen and Williams (2006). */
@NullMarked
package lindyn.gp;

import org.jspecify.annotations.NullMarked;
