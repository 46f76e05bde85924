/**
 * The experiments of Rueckert et al. 2017, every table and figure, with the controls that the paper
 * lacks, and the report that sets them beside the paper's numbers.
 */
@NullMarked
package lindyn.bench.paper;

import org.jspecify.annotations.NullMarked;
