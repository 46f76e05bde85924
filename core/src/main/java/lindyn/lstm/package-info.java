/** The LSTM as plain data: configuration, weights, prediction; and the graphs that train it. */
@NullMarked
package lindyn.lstm;

import org.jspecify.annotations.NullMarked;
