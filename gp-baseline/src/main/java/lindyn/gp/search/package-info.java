/** Bounded maximisation with gradients. */
@NullMarked
package lindyn.gp.search;

import org.jspecify.annotations.NullMarked;
