/** Networks as C source, for robots without Java. */
@NullMarked
package lindyn.c;

import org.jspecify.annotations.NullMarked;
