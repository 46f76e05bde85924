/** Models that learn from so many samples of the same lesson, and how well they did. */
@NullMarked
package lindyn.bench.lesson;

import org.jspecify.annotations.NullMarked;
