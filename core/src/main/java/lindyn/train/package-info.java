/** Training: what a run needs, what it reports, what it returns. */
@NullMarked
package lindyn.train;

import org.jspecify.annotations.NullMarked;
