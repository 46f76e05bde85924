/**
 * The paper's robot problem as a simulation: a KUKA LWR 4+ pushes a flask of liquid over a table.
 *
 * <p>The simulation is semi-inverse: motions are prescribed, hidden states (friction, contact,
 * liquid, compliance of the controller) are integrated at 1 kHz, and torques follow from recursive
 * Newton–Euler, so that everything is exact and reproducible. One class is one physical effect.
 * Vectors are flat arrays of x, y, z.
 *
 * <p>All sines, exponentials and logarithms are {@link java.lang.StrictMath}'s: {@link
 * java.lang.Math}'s may differ in the last bit between machines, and a contact or a rounded sensor
 * reading can make that a visible difference.
 */
@NullMarked
package lindyn.examples.arm;

import org.jspecify.annotations.NullMarked;
