/** What logs hold and what looks wrong in them, before anything is trained. */
@NullMarked
package lindyn.inspect;

import org.jspecify.annotations.NullMarked;
