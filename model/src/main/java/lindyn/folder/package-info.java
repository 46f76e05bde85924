/**
 * Folders that hold a model or a checkpoint: files with hashes, which appear whole and are read
 * with distrust.
 */
@NullMarked
package lindyn.folder;

import org.jspecify.annotations.NullMarked;
