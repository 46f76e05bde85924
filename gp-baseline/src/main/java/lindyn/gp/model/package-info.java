/** Gaussian processes as models of inverse dynamics: training, prediction, folders. */
@NullMarked
package lindyn.gp.model;

import org.jspecify.annotations.NullMarked;
