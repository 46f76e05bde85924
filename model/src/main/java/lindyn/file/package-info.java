/** Files: those that users name, with errors of one line, and rows that are kept in files. */
@NullMarked
package lindyn.file;

import org.jspecify.annotations.NullMarked;
