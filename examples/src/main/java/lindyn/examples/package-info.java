/** Programs that show the API. */
@NullMarked
package lindyn.examples;

import org.jspecify.annotations.NullMarked;
