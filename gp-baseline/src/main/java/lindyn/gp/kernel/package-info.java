/** Covariance functions, in the notation of Rasmussen and Williams (2006). */
@NullMarked
package lindyn.gp.kernel;

import org.jspecify.annotations.NullMarked;
