/** Errors of models and the baselines that every model must beat. */
@NullMarked
package lindyn.eval;

import org.jspecify.annotations.NullMarked;
