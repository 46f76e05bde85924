package lindyn.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.Column;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.model.RandomModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a C programmer gets: text that compiles anywhere, whatever the names are. */
class ExportedTextTest {

  /** Texts that would end a string or a comment, or begin something else. */
  private static final List<String> HOSTILE =
      List.of(
          "a \"quote\"; int x; /*",
          "*/ #error \\",
          "line\nbreak\r\\\n??/ ??= %s%n ${x} // \\u0041",
          "Ellbogen·größe²\u202e\u2028😀7");

  @TempDir Path parent;

  private Path export(TrainedLstm model) {
    Path folder = parent.resolve("c");
    CExporter.write(model, folder);
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-O0", "-O1", "-O2", "-O3"})
  void compilesWithoutWarnings(String level) throws Exception {
    CCompiler compiler = CCompiler.c99(level);
    Path folder = export(RandomModels.model(LstmConfig.RECOMMENDED, 1, 3));

    compiler.compile(folder, "-c", CExporter.SOURCE);
  }

  @Test
  void compilesWithoutWarningsWithClang() throws Exception {
    CCompiler compiler = CCompiler.named("clang", "-std=c99", "-O2");
    Path folder = export(RandomModels.model(LstmConfig.RECOMMENDED, 1, 3));

    compiler.compile(folder, "-c", CExporter.SOURCE);
  }

  @Test
  void canBeCalledFromCpp() throws Exception {
    CCompiler compiler = CCompiler.c99();
    CCompiler cpp = CCompiler.named("c++", "-std=c++11");
    Path folder = export(RandomModels.model(LstmConfig.RECOMMENDED, 1, 3));
    compiler.compile(folder, "-c", CExporter.SOURCE);
    Files.writeString(
        folder.resolve("main.cpp"),
        """
        #include "lindyn_model.h"
        int main()
        {
            lindyn_state robot;
            lindyn_reset(&robot);
            return lindyn_input_names[0][0] == 'q' ? 0 : 1;
        }
        """);

    cpp.compile(folder, "main.cpp", "lindyn_model.o", "-o", "program", "-lm");

    assertEquals(0, CCompiler.output(folder.resolve("program"), new byte[0]).length);
  }

  @Test
  void namesStayNames() throws Exception {
    CCompiler compiler = CCompiler.c99("-O1");
    TrainedLstm model = hostileModel();

    Path program = compiler.program("names.c", export(model));

    List<Column> inputs = Column.inputs(model.signals(), model.inputStandardizer());
    List<Column> torques = Column.outputs(model.signals(), model.targetStandardizer());
    List<String> expected = new ArrayList<>();
    inputs.forEach(column -> expected.add(column.name()));
    inputs.forEach(column -> expected.add(column.unit()));
    torques.forEach(column -> expected.add(column.name()));
    torques.forEach(column -> expected.add(column.unit()));
    String output = new String(CCompiler.output(program, new byte[0]), StandardCharsets.UTF_8);
    assertEquals(expected, List.of(output.split("\0")));
  }

  private static TrainedLstm hostileModel() {
    TrainedLstm model =
        RandomModels.model(LstmConfig.RECOMMENDED.withBase(LstmConfig.Base.NONE), 1, 3);
    String all = String.join("", HOSTILE);
    return new TrainedLstm(
        new Signals(HOSTILE.subList(0, 3), HOSTILE.subList(3, 4), all, 0.01),
        model.config(),
        model.weights(),
        model.base(),
        model.inputStandardizer(),
        model.targetStandardizer(),
        new Provenance(all, all, all, 1, all, List.of(new Provenance.Source(all, all, 1))));
  }

  @Test
  void theHeaderSaysWhereTheModelComesFrom() throws Exception {
    Path folder = export(RandomModels.model(LstmConfig.RECOMMENDED, 1, 3));

    String header = Files.readString(folder.resolve(CExporter.HEADER));

    for (String fact :
        List.of("\"arm.csv\", 100 samples", "ab12", "2.18.0", "\"load0\"", "seed 3")) {
      assertTrue(header.contains(fact), () -> fact + " is not in\n" + header);
    }
  }
}
