package lindyn.report;

import java.util.List;

/** Writes a document as an HTML page. */
record DocumentPage(Document document) {

  String html() {
    Markup html = Page.open(document.title());
    html.open("header").element("h1", document.title()).close();
    document.blocks().forEach(block -> write(html, block));
    return Page.close(html);
  }

  private static void write(Markup html, Document.Block block) {
    if (block instanceof Document.Heading heading) {
      html.element("h2", heading.text());
    } else if (block instanceof Document.Paragraph paragraph) {
      html.element("p", paragraph.text(), "class", "prose");
    } else if (block instanceof Document.Table table) {
      write(html, table);
    } else if (block instanceof Document.Figure figure) {
      write(html, figure);
    } else if (block instanceof Document.Finding finding) {
      write(html, finding);
    }
  }

  private static void write(Markup html, Document.Table table) {
    html.open("div", "class", "scroll").open("table");
    if (!table.caption().isEmpty()) {
      html.element("caption", table.caption());
    }
    html.open("thead").open("tr");
    for (int i = 0; i < table.columns().size(); i++) {
      html.element("th", table.columns().get(i), "scope", "col", "class", i == 0 ? "left" : "");
    }
    html.close().close().open("tbody");
    table.rows().forEach(row -> writeRow(html, row));
    html.close().close().close();
  }

  private static void writeRow(Markup html, List<String> row) {
    html.open("tr").element("th", row.get(0), "scope", "row");
    row.subList(1, row.size()).forEach(cell -> html.element("td", cell));
    html.close();
  }

  private static void write(Markup html, Document.Figure figure) {
    html.open("figure", "id", figure.name());
    figure.charts().forEach(chart -> html.raw(chart.svg()));
    html.element("figcaption", figure.caption()).close();
  }

  private static void write(Markup html, Document.Finding finding) {
    String word = finding.standing().word();
    html.open("p", "class", "standing " + word)
        .element("strong", word)
        .text(" " + finding.text())
        .close();
  }
}
