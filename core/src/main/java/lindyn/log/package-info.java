/** Reading logs of robots: which column is what, checks of every row, and the cache. */
@NullMarked
package lindyn.log;

import org.jspecify.annotations.NullMarked;
