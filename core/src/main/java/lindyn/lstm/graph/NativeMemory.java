package lindyn.lstm.graph;

/**
 * Lifts two limits of JavaCPP, through which TensorFlow is called: it ends a process whose resident
 * memory exceeds four times its heap. Mapped logs count as resident although the operating system
 * takes their pages back whenever it needs them, and every tensor is closed by its owner.
 */
public final class NativeMemory {

  private static final String[] LIMITS = {
    "org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.maxPhysicalBytes"
  };

  private NativeMemory() {}

  /** Lifts the limits that the user has not set; works before the first call of TensorFlow. */
  public static void liftLimits() {
    for (String limit : LIMITS) {
      if (System.getProperty(limit) == null) {
        System.setProperty(limit, "0");
      }
    }
  }
}
