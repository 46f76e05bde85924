package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;
import lindyn.report.Document.Heading;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTest {

  private static final String HOSTILE = "<tau & \"\u0001\u00e9\ud83e\udd16> ]]> | a_b";

  @TempDir Path folder;

  private static Chart chart() {
    double[] x = {1, 2};
    return new LineChart(
        HOSTILE,
        Axis.linear(HOSTILE),
        Axis.linear(HOSTILE),
        List.of(Series.of(HOSTILE, Colour.BLUE, x, x)),
        List.of());
  }

  private static Document everything() {
    return new Document(
        HOSTILE,
        List.of(
            new Heading(HOSTILE),
            new Paragraph(HOSTILE),
            new Table(HOSTILE, List.of("model", HOSTILE), List.of(List.of("LSTM", HOSTILE))),
            new Finding(Standing.DIFFERS, HOSTILE),
            new Figure("figure-5", HOSTILE, List.of(chart())),
            new Figure("figure-6", HOSTILE, List.of(chart(), chart()))));
  }

  private static String markdown(Document.Block block) {
    return new Document("t", List.of(block)).markdown("figures").substring("# t\n\n".length());
  }

  @Test
  void pageIsWellFormedAndNeedsNothingElse() {
    String html = everything().html();

    var page = Xml.parse(html);
    String shown = HOSTILE.replace('\u0001', '\ufffd');
    for (String tag : List.of("h1", "h2", "caption", "figcaption", "td")) {
      assertEquals(shown, page.getElementsByTagName(tag).item(0).getTextContent(), tag);
    }
    assertEquals(3, page.getElementsByTagName("svg").getLength());
    assertFalse(html.contains("src=") || html.contains("href=") || html.contains("url("), html);
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void findingsSayInWordsHowTheyStand(Standing standing) {
    var finding = new Finding(standing, "as in the paper");

    var page = Xml.parse(new Document("", List.of(finding)).html());

    String word = standing.word();
    assertEquals(word + " as in the paper", Xml.text(page, "p", word));
    assertEquals("**" + word + "**: as in the paper\n", markdown(finding));
  }

  @Test
  void tablesInMarkdownAreAlignedAndKeepTheirCells() {
    var table =
        new Table(
            "Errors",
            List.of("model", "nMSE"),
            List.of(List.of("LSTM | 20", "0.012"), List.of("GP\nfull", "1")));

    assertEquals(
        """
        *Errors*

        | model      |  nMSE |
        | :--------- | ----: |
        | LSTM \\| 20 | 0.012 |
        | GP full    |     1 |
        """,
        markdown(table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '"',
      value = {
        "n < 1000 & 2 > 1 → n < 1000 & 2 > 1",
        "<b> → \\<b>",
        "&lt; → \\&lt;",
        "*a* [b](c) `d` ~e~ → \\*a\\* \\[b\\](c) \\`d\\` \\~e\\~",
        "runs/a_b _c_ → runs/a_b \\_c\\_",
        "# no heading → \\# no heading",
        "- no item → \\- no item",
        "1. no item → 1\\. no item",
        "-5 % is no item → -5 % is no item"
      })
  void markdownShowsTextAsItIs(String text, String escaped) {
    assertEquals(escaped + "\n", markdown(new Paragraph(text)));
  }

  @Test
  void figuresInMarkdownAreImagesWithACaption() {
    assertEquals(
        "![Time](figures/figure-5.svg)\n\n*Time*\n",
        markdown(new Figure("figure-5", "Time", List.of(chart()))));
    assertTrue(
        new Document("t", List.of(new Figure("a", "Time", List.of(chart(), chart()))))
            .markdown("../b")
            .contains("![Time](../b/a-1.svg)\n\n![Time](../b/a-2.svg)"));
  }

  @Test
  void writesExactlyTheFilesItRefersTo() throws IOException {
    Document document = everything();

    document.write(folder.resolve("new"));

    Set<String> expected = new TreeSet<>(Set.of("report.html", "report.md"));
    Pattern.compile("]\\(([^)]+)\\)")
        .matcher(Files.readString(folder.resolve("new/report.md")))
        .results()
        .forEach(image -> expected.add(image.group(1)));
    assertEquals(5, expected.size(), expected.toString());
    assertEquals(expected, files(folder.resolve("new")));
    assertEquals(document.html(), Files.readString(folder.resolve("new/report.html")));
    assertEquals(chart().svgFile(), Files.readString(folder.resolve("new/figures/figure-6-2.svg")));
  }

  @Test
  void writesAgainOverAnOlderReport() throws IOException {
    new Document("old", List.of()).write(folder);

    new Document("new", List.of()).write(folder);

    assertTrue(Files.readString(folder.resolve("report.md")).startsWith("# new\n"));
    assertEquals(Set.of("report.html", "report.md"), files(folder));
  }

  @Test
  void saysWhichFolderCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("figures"), "a file");

    var e = assertThrows(UncheckedIOException.class, () -> everything().write(folder));

    assertTrue(String.valueOf(e.getMessage()).contains(folder.resolve("figures").toString()));
  }

  @Test
  void rejectsWhatCannotBeWritten() {
    var columns = List.of("model", "nMSE");
    var one = List.of(chart());
    var two = List.of(chart(), chart());

    Stream.<Runnable>of(
            () -> new Table("", columns, List.of(List.of("LSTM"))),
            () -> new Table("", columns, List.of(List.of("LSTM", "1", "2"))),
            () -> new Table("", List.of(), List.of()),
            () -> new Figure("../a", "", one),
            () -> new Figure("a/b", "", one),
            () -> new Figure("a", "", List.of()),
            () -> new Document("", List.of(new Figure("a-1", "", one), new Figure("a", "", two))),
            () -> new Document("", List.of(new Figure("a", "", one), new Figure("A", "", one))))
        .forEach(attempt -> assertThrows(IllegalArgumentException.class, attempt::run));
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
