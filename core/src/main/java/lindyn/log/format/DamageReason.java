package lindyn.log.format;

import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.util.regex.Pattern;

/** Says in words why a library cannot read a damaged file. */
final class DamageReason {

  private static final Pattern JAVA_NAME =
      Pattern.compile("[a-z]\\w*([.][a-z]\\w*)+[.][A-Z]|\\w\\(|because \"");
  private static final int LONGEST = 200;

  private DamageReason() {}

  /** Returns the text of the deepest cause, unless it speaks of classes instead of the file. */
  static String of(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String text = deepest.getMessage();
    if (text != null && tells(text)) {
      return text.strip();
    }
    boolean isEnd = deepest instanceof EOFException || deepest instanceof BufferUnderflowException;
    return isEnd ? "it ends early" : "its bytes do not decode";
  }

  private static boolean tells(String text) {
    return !text.isBlank() && text.length() <= LONGEST && !JAVA_NAME.matcher(text).find();
  }
}
