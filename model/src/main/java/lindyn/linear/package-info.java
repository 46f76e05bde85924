/** Models that are linear in their parameters: baselines, and the base that an LSTM corrects. */
@NullMarked
package lindyn.linear;

import org.jspecify.annotations.NullMarked;
