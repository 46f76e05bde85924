/** The file formats of logs, each read as a table: CSV, npz, mat and Parquet. */
@NullMarked
package lindyn.log.format;

import org.jspecify.annotations.NullMarked;
