/** Dense matrices, BLAS from OpenBLAS or plain Java, and a tiled Cholesky factorisation. */
@NullMarked
package lindyn.gp.algebra;

import org.jspecify.annotations.NullMarked;
