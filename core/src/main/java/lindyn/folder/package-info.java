/** Folders that hold a model: files with hashes, which appear whole and are read with distrust. */
@NullMarked
package lindyn.folder;

import org.jspecify.annotations.NullMarked;
