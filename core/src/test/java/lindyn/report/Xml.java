package lindyn.report;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Markup as a parser that knows nothing of ours sees it. */
final class Xml {

  private Xml() {}

  /** Parses a document; fails if it is not well-formed. */
  static Document parse(String markup) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(markup)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + markup, e);
    }
  }

  static List<Element> elements(Document document, String tag, String cssClass) {
    var nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(cssClass))
        .collect(Collectors.toList());
  }

  static String text(Document document, String tag, String cssClass) {
    return elements(document, tag, cssClass).stream()
        .map(Element::getTextContent)
        .collect(Collectors.joining("|"));
  }
}
