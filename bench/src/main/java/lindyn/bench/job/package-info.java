/** Independent jobs of experiments, run once each, whose outcomes are kept in files. */
@NullMarked
package lindyn.bench.job;

import org.jspecify.annotations.NullMarked;
