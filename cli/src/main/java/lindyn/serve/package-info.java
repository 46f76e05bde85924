/** A model's torques over HTTP, on the JDK's own server. */
@NullMarked
package lindyn.serve;

import org.jspecify.annotations.NullMarked;
