/** Makes the rows of logs complete and even in time, one trajectory after the other. */
@NullMarked
package lindyn.log.preparation;

import org.jspecify.annotations.NullMarked;
