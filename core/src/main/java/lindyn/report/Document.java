package lindyn.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.run.AtomicFile;

/**
 * A report with text, tables and figures, as HTML, as Markdown, and its figures as SVG.
 *
 * @param title what it is about
 * @param blocks its content, from top to bottom
 */
public record Document(String title, List<Document.Block> blocks) {

  private static final String FIGURES = "figures";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if two figures would be written to one file
   */
  public Document {
    blocks = List.copyOf(blocks);
    Set<String> names = new HashSet<>();
    for (Figure figure : figures(blocks)) {
      for (String name : figure.fileNames()) {
        if (!names.add(name.toLowerCase(Locale.ROOT))) { // as some file systems see it
          throw new IllegalArgumentException("two figures have the file " + name);
        }
      }
    }
  }

  /** A part of a document that stands by itself. */
  public sealed interface Block permits Heading, Paragraph, Table, Figure, Finding {}

  /**
   * Starts a section.
   *
   * @param text its title
   */
  public record Heading(String text) implements Block {}

  /**
   * Running text.
   *
   * @param text plain text; line breaks are spaces
   */
  public record Paragraph(String text) implements Block {}

  /**
   * Numbers or words in rows and columns.
   *
   * @param caption what the table shows; may be empty
   * @param columns heads of the columns; the first column holds the heads of the rows
   * @param rows cells from left to right
   */
  public record Table(String caption, List<String> columns, List<List<String>> rows)
      implements Block {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no column, or a row has not one cell per column
     */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      Checks.positive(columns.size(), "columns of table " + caption);
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "table " + caption + " has " + columns.size() + " columns, but the row " + row);
        }
      }
    }
  }

  /**
   * Charts with one caption.
   *
   * @param name what its files are called, such as figure-5 for figure-5.svg; of several charts,
   *     each has its number at the end
   * @param caption what the figure shows
   * @param charts the charts, from top to bottom
   */
  public record Figure(String name, String caption, List<Chart> charts) implements Block {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no chart, or the name has other characters than
     *     letters, digits, {@code .}, {@code _} and {@code -}
     */
    public Figure {
      charts = List.copyOf(charts);
      Checks.positive(charts.size(), "charts of figure " + name);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "a figure's name must have letters, digits, '.', '_' and '-' only, got " + name);
      }
    }

    /** Returns the names of its files, one per chart. */
    List<String> fileNames() {
      return charts.size() == 1
          ? List.of(name + ".svg")
          : IntStream.rangeClosed(1, charts.size()).mapToObj(i -> name + "-" + i + ".svg").toList();
    }
  }

  /**
   * Says whether the numbers are those that were expected.
   *
   * @param standing whether they are
   * @param text one sentence that says why
   */
  public record Finding(Standing standing, String text) implements Block {

    /** How numbers stand to what was expected. */
    public enum Standing {
      /** They are as expected. */
      AGREES,
      /** They are not. */
      DIFFERS,
      /** Nobody can tell yet. */
      OPEN,
      /** Nothing was expected: they are what they are. */
      NOTE;

      /** Returns the word for readers, who may see no colours. */
      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Returns the document as one HTML page that needs nothing else. */
  public String html() {
    return new DocumentPage(this).html();
  }

  /**
   * Returns the document as Markdown, as GitHub shows it.
   *
   * @param figureFolder where the figures' files are, as seen from the document's
   */
  public String markdown(String figureFolder) {
    return new DocumentMarkdown(this, figureFolder).text();
  }

  /**
   * Writes {@code report.html}, {@code report.md} and the figures in {@code figures/}; each file
   * appears complete or not at all, and replaces one of the same name.
   *
   * @param folder where; made if it is missing
   * @throws UncheckedIOException if that fails; the message names the file
   */
  public void write(Path folder) {
    Path figureFolder = folder.resolve(FIGURES);
    try {
      Files.createDirectories(figureFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + figureFolder + " (" + e + ")", e);
    }
    for (Figure figure : figures(blocks)) {
      List<String> names = figure.fileNames();
      for (int i = 0; i < names.size(); i++) {
        AtomicFile.write(figureFolder.resolve(names.get(i)), figure.charts().get(i).svgFile());
      }
    }
    AtomicFile.write(folder.resolve("report.md"), markdown(FIGURES));
    AtomicFile.write(folder.resolve("report.html"), html());
  }

  private static List<Figure> figures(List<Block> blocks) {
    return blocks.stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
  }
}
