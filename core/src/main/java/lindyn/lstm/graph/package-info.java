/** The graphs that train LSTM networks, and the sessions that run them. */
@NullMarked
package lindyn.lstm.graph;

import org.jspecify.annotations.NullMarked;
