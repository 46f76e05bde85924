/** The lindyn command, one small class per subcommand. */
@NullMarked
package lindyn.cli;

import org.jspecify.annotations.NullMarked;
