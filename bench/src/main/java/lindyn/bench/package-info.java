/** Benchmarks of training and prediction. */
@NullMarked
package lindyn.bench;

import org.jspecify.annotations.NullMarked;
