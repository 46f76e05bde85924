/** The LSTM as plain data: configuration, weights, prediction step by step. */
@NullMarked
package lindyn.lstm;

import org.jspecify.annotations.NullMarked;
