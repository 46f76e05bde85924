package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a document as GitHub-flavoured Markdown.
 *
 * @param document the document
 * @param figureFolder where its figures are
 */
record DocumentMarkdown(Document document, String figureFolder) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What would be emphasis, code, a link, markup or the end of a cell. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]~|]|<(?=\\S)|&(?=[#\\w]+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

  /** What would make a line a heading, a quotation or part of a list. */
  private static final Pattern START_OF_BLOCK = Pattern.compile("^(#*|\\d*)([#>+.)-])(?=\\s|$)");

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add("# " + inline(document.title()));
    document.blocks().forEach(block -> addTo(parts, block));
    return String.join("\n\n", parts) + "\n";
  }

  private void addTo(List<String> parts, Document.Block block) {
    if (block instanceof Document.Heading heading) {
      parts.add("## " + inline(heading.text()));
    } else if (block instanceof Document.Paragraph paragraph) {
      parts.add(START_OF_BLOCK.matcher(inline(paragraph.text())).replaceFirst("$1\\\\$2"));
    } else if (block instanceof Document.Table table) {
      addCaptionTo(parts, table.caption());
      parts.add(text(table));
    } else if (block instanceof Document.Figure figure) {
      figure.fileNames().forEach(name -> parts.add(image(figure.caption(), name)));
      addCaptionTo(parts, figure.caption());
    } else if (block instanceof Document.Finding finding) {
      parts.add("**" + finding.standing().word() + "**: " + inline(finding.text()));
    }
  }

  private static void addCaptionTo(List<String> parts, String caption) {
    if (!caption.isBlank()) {
      parts.add("*" + inline(caption) + "*");
    }
  }

  private String image(String caption, String name) {
    return "![" + inline(caption) + "](" + figureFolder + "/" + name + ")";
  }

  private static String text(Document.Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells(table.columns()));
    table.rows().forEach(row -> rows.add(cells(row)));
    List<Integer> widths =
        IntStream.range(0, table.columns().size()).mapToObj(i -> width(rows, i)).toList();
    List<String> lines =
        rows.stream()
            .map(row -> line(row, widths))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(1, rule(widths));
    return String.join("\n", lines);
  }

  private static List<String> cells(List<String> row) {
    return row.stream().map(DocumentMarkdown::inline).toList();
  }

  /** Returns the width of a column; a rule needs three characters. */
  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).reduce(3, Math::max);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> padded(i, cells.get(i), widths.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String padded(int column, String cell, int width) {
    String padding = " ".repeat(width - length(cell));
    return column == 0 ? cell + padding : padding + cell;
  }

  private static String rule(List<Integer> widths) {
    return IntStream.range(0, widths.size())
        .mapToObj(i -> rule(i, widths.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int column, int width) {
    String dashes = "-".repeat(width - 1);
    return column == 0 ? ":" + dashes : dashes + ":";
  }

  /** Returns text on one line that Markdown shows as it is. */
  private static String inline(String text) {
    String line = SPACE.matcher(text.strip()).replaceAll(" ");
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }
}
