/** Filters and derivatives of sampled signals. */
@NullMarked
package lindyn.signal;

import org.jspecify.annotations.NullMarked;
