/** Networks as SavedModels: written, verified and run. */
@NullMarked
package lindyn.savedmodel;

import org.jspecify.annotations.NullMarked;
