package lindyn.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import lindyn.gp.kernel.KernelFamily;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of kernels on the command line, such as matern-52. */
final class KernelName implements ITypeConverter<KernelFamily> {

  @Override
  public KernelFamily convert(String name) {
    return Arrays.stream(KernelFamily.values())
        .filter(family -> family.title().equals(name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of " + String.join(", ", new Candidates()) + " but was " + name));
  }

  /** All names. */
  static final class Candidates extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    Candidates() {
      super(Arrays.stream(KernelFamily.values()).map(KernelFamily::title).toList());
    }
  }
}
