/** The report of a run: a self-contained page with plots. */
@NullMarked
package lindyn.report;

import org.jspecify.annotations.NullMarked;
