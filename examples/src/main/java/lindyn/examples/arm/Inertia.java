package lindyn.examples.arm;

/**
 * A symmetric tensor of inertia, in kg·m².
 *
 * @param xx about the x axis
 * @param yy about the y axis
 * @param zz about the z axis
 * @param xy element in row x and column y of the matrix
 * @param xz element in row x and column z of the matrix
 * @param yz element in row y and column z of the matrix
 */
public record Inertia(double xx, double yy, double zz, double xy, double xz, double yz) {}
