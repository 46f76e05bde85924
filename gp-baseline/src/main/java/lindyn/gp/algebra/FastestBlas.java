package lindyn.gp.algebra;

/** Picks an implementation once, since a native library is loaded once. */
final class FastestBlas {

  static final Blas CHOICE = choose(System.getProperty("lindyn.blas", ""));

  private FastestBlas() {}

  static Blas choose(String wish) {
    if (wish.equals("java")) {
      return new JavaBlas();
    }
    try {
      return new OpenBlas();
    } catch (LinkageError | RuntimeException e) {
      // JavaCPP throws either, depending on what is missing: the file, a symbol, or a class of it
      return new JavaBlas();
    }
  }
}
