/** Folders with a trained network, as every program reads them. */
@NullMarked
package lindyn.model;

import org.jspecify.annotations.NullMarked;
