/** Model folders and the SavedModel in them. */
@NullMarked
package lindyn.savedmodel;

import org.jspecify.annotations.NullMarked;
