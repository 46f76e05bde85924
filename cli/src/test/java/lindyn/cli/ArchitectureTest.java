package lindyn.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "lindyn",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  /** Leaves out the tests of other modules, which come as jars once these are packaged. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] MODULES = {
    "lindyn.gp..",
    "lindyn.savedmodel..",
    "lindyn.c..",
    "lindyn.onnx..",
    "lindyn.examples..",
    "lindyn.bench..",
    "lindyn.serve..",
    "lindyn.cli.."
  };

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("lindyn.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_KNOWS_BENCH_OR_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackages("lindyn.bench..", "lindyn.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("lindyn.bench..", "lindyn.cli..");

  @ArchTest
  static final ArchRule CORE_KNOWS_NO_OTHER_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackages(MODULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODULES);

  @ArchTest
  static final ArchRule THE_ROOT_KNOWS_NOTHING =
      classes()
          .that()
          .resideInAPackage("lindyn")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("lindyn", "java..", "org.jspecify..");

  @ArchTest static final ArchRule SIGNAL_KNOWS_THE_ROOT_ALONE = knowsOnly("lindyn.signal");

  @ArchTest static final ArchRule FILE_KNOWS_THE_ROOT_ALONE = knowsOnly("lindyn.file");

  @ArchTest static final ArchRule DATA_KNOWS_FILES = knowsOnly("lindyn.data", "lindyn.file");

  @ArchTest
  static final ArchRule FORMATS_KNOW_FILES = knowsOnly("lindyn.log.format", "lindyn.file");

  @ArchTest
  static final ArchRule PREPARATION_KNOWS_NO_FORMAT =
      knowsOnly("lindyn.log.preparation", "lindyn.file", "lindyn.signal");

  @ArchTest
  static final ArchRule LOGS_ARE_READ_INTO_DATA =
      knowsOnly(
          "lindyn.log",
          "lindyn.log.format",
          "lindyn.log.preparation",
          "lindyn.data",
          "lindyn.file");

  @ArchTest
  static final ArchRule FOLDER_KNOWS_DATA_AND_FILES =
      knowsOnly("lindyn.folder", "lindyn.data", "lindyn.file");

  @ArchTest static final ArchRule RUN_KNOWS_FILES = knowsOnly("lindyn.run", "lindyn.file");

  @ArchTest static final ArchRule INSPECT_KNOWS_DATA = knowsOnly("lindyn.inspect", "lindyn.data");

  @ArchTest static final ArchRule LINEAR_KNOWS_DATA = knowsOnly("lindyn.linear", "lindyn.data");

  @ArchTest
  static final ArchRule EVAL_KNOWS_DATA_AND_LINEAR =
      knowsOnly("lindyn.eval", "lindyn.data", "lindyn.linear");

  @ArchTest
  static final ArchRule LSTM_KNOWS_DATA_AND_LINEAR =
      knowsOnly("lindyn.lstm", "lindyn.data", "lindyn.linear");

  @ArchTest
  static final ArchRule GRAPHS_KNOW_THE_NETWORK =
      knowsOnly("lindyn.lstm.graph", "lindyn.lstm", "lindyn.data", "lindyn.device");

  @ArchTest static final ArchRule DEVICES_KNOW_FILES = knowsOnly("lindyn.device", "lindyn.file");

  @ArchTest
  static final ArchRule MODELS_KNOW_NEITHER_GRAPHS_NOR_LOGS =
      knowsOnly(
          "lindyn.model",
          "lindyn.lstm",
          "lindyn.linear",
          "lindyn.data",
          "lindyn.eval",
          "lindyn.folder");

  @ArchTest
  static final ArchRule C_SOURCE_NEEDS_NO_GRAPHS =
      knowsOnly("lindyn.c", "lindyn.lstm", "lindyn.linear", "lindyn.data", "lindyn.folder");

  @ArchTest static final ArchRule ALGEBRA_KNOWS_THE_ROOT_ALONE = knowsOnly("lindyn.gp.algebra");

  @ArchTest static final ArchRule SEARCH_KNOWS_NO_PROCESS = knowsOnly("lindyn.gp.search");

  @ArchTest
  static final ArchRule ONNX_KNOWS_PLAIN_MODELS =
      knowsOnly(
          "lindyn.onnx",
          "lindyn.model",
          "lindyn.lstm",
          "lindyn.linear",
          "lindyn.data",
          "lindyn.folder");

  @ArchTest
  static final ArchRule KERNELS_KNOW_ALGEBRA = knowsOnly("lindyn.gp.kernel", "lindyn.gp.algebra");

  @ArchTest
  static final ArchRule PROCESSES_KNOW_NO_ROBOT =
      knowsOnly("lindyn.gp", "lindyn.gp.algebra", "lindyn.gp.kernel", "lindyn.gp.search");

  @ArchTest
  static final ArchRule OPENBLAS_STAYS_IN_ALGEBRA =
      noClasses()
          .that()
          .resideOutsideOfPackage("lindyn.gp.algebra")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.openblas..");

  @ArchTest
  static final ArchRule TRAIN_DOES_NOT_KNOW_EVALUATION =
      knowsOnly(
          "lindyn.train",
          "lindyn.lstm",
          "lindyn.lstm.graph",
          "lindyn.data",
          "lindyn.device",
          "lindyn.linear",
          "lindyn.folder",
          "lindyn.run");

  @ArchTest
  static final ArchRule SWEEPS_KNOW_TRAINING_ALONE =
      knowsOnly("lindyn.sweep", "lindyn.train", "lindyn.lstm", "lindyn.data");

  @ArchTest
  static final ArchRule ONLINE_KNOWS_TRAINING =
      knowsOnly(
          "lindyn.online",
          "lindyn.train",
          "lindyn.lstm",
          "lindyn.lstm.graph",
          "lindyn.data",
          "lindyn.device");

  @ArchTest
  static final ArchRule SERVING_KNOWS_NETWORKS_ALONE =
      knowsOnly("lindyn.serve", "lindyn.lstm", "lindyn.data", "lindyn.folder");

  @ArchTest
  static final ArchRule TENSORFLOW_STAYS_WHERE_GRAPHS_ARE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "lindyn.lstm.graph", "lindyn.device", "lindyn.train", "lindyn.savedmodel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  /** Controllers get these packages without TensorFlow's native libraries. */
  @ArchTest
  static final ArchRule MODELS_PREDICT_WITHOUT_TENSORFLOW =
      noClasses()
          .that()
          .resideInAnyPackage(
              "lindyn",
              "lindyn.data",
              "lindyn.linear",
              "lindyn.lstm",
              "lindyn.eval",
              "lindyn.file",
              "lindyn.folder",
              "lindyn.model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule NO_PUBLIC_SIGNATURE_SHOWS_TENSORFLOW =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(resideInAPackage("org.tensorflow.."));

  private static ArchRule knowsOnly(String one, String... others) {
    String[] allowed = new String[others.length + 2];
    allowed[0] = "lindyn";
    allowed[1] = one;
    System.arraycopy(others, 0, allowed, 2, others.length);
    return noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat(resideInAPackage("lindyn..").and(not(resideInAnyPackage(allowed))));
  }
}
