package lindyn.gp.algebra;

/** Native memory of one thread, for the matrices of one operation. */
record NativeWorkspace(NativeBlock left, NativeBlock right, NativeBlock result) {

  private static final ThreadLocal<NativeWorkspace> OF_THREAD =
      ThreadLocal.withInitial(
          () -> new NativeWorkspace(new NativeBlock(), new NativeBlock(), new NativeBlock()));

  static NativeWorkspace ofThread() {
    return OF_THREAD.get();
  }
}
