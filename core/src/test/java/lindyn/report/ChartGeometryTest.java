package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Where bands, error bars, insets and markers lie; pixel rows grow downwards. */
class ChartGeometryTest {

  private static final double NAN = Double.NaN;

  /** Coordinates are written in tenths of a pixel; differences of two are exact to one. */
  private static final double PIXEL = 0.11;

  private static final Axis LINEAR = Axis.linear("");
  private static final Axis LOGARITHMIC = Axis.logarithmic("");
  private static final double[] X = {1, 2, 3};
  private static final Series LINE = Series.of("a", Colour.BLUE, X, new double[] {10, 20, 10});

  @Test
  void bandsLieBetweenTheirEdges() {
    Series line = LINE.withBand(new double[] {0, 10, 5}, new double[] {20, 30, 40});

    Document svg = lines(LINEAR, line);

    // The axis goes from 0 to 40, so each ten are a quarter of the height of 280.
    List<Point> outline = outline(only(Xml.elements(svg, "path", "band")));
    double bottom = outline.get(5).y();
    List<Double> heights = outline.stream().map(p -> (bottom - p.y()) / 280 * 40).toList();
    List<Double> expected = List.of(20.0, 30.0, 40.0, 5.0, 10.0, 0.0);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), heights.get(i), 40 * PIXEL / 280, outline.toString());
      assertEquals(outline.get(5 - i).x(), outline.get(i).x(), 1e-9); // there and back
    }
  }

  @Test
  void bandsLieBelowAllLines() {
    Series line = LINE.withBand(new double[] {0, 10, 5}, new double[] {20, 30, 40});

    String svg = new LineChart("", LINEAR, LINEAR, List.of(LINE, line), List.of()).svg();

    assertTrue(svg.indexOf("class=\"band") < svg.indexOf("<path class=\"line"), svg);
  }

  @Test
  void bandsOnLogarithmicAxesEndAtTheFrame() {
    double[] low = {0, -3, 5};

    Document svg = lines(LOGARITHMIC, LINE.withBand(low, new double[] {20, 30, 40}));

    List<Point> outline = outline(only(Xml.elements(svg, "path", "band")));
    double bottom = number(only(Xml.elements(svg, "line", "axis")), "y1");
    assertEquals(bottom, outline.get(5).y(), PIXEL);
    assertEquals(bottom, outline.get(4).y(), PIXEL);
    assertTrue(outline.get(3).y() < bottom - 1, outline.toString());
  }

  @Test
  void gapsCutBandsAndALonelyPlaceIsStillSeen() {
    double[] x = {1, 2, 3, 4, 5};
    Series line =
        Series.of("a", Colour.BLUE, x, x)
            .withBand(new double[] {0, NAN, 2, 3, 4}, new double[] {2, 3, 4, 5, NAN});

    List<Element> bands = Xml.elements(lines(LINEAR, line), "path", "band");

    assertEquals(2, bands.size());
    List<Point> lonely = outline(bands.get(0));
    assertEquals(8, lonely.get(1).x() - lonely.get(0).x(), PIXEL);
  }

  @Test
  void longBandsAreThinned() {
    double[] x = new double[100_000];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      high[i] = i % 7;
    }
    Series line = Series.of("a", Colour.BLUE, x, new double[x.length]);

    String svg =
        new LineChart("", LINEAR, LINEAR, List.of(line.withBand(x.clone(), x)), List.of()).svg();

    assertTrue(svg.length() < 60_000, svg.length() + " characters"); // all points: > 1 MB
  }

  @Test
  void dashesAreInTheLegendToo() {
    Document svg = lines(LINEAR, LINE.dashed());

    assertEquals(1, Xml.elements(svg, "path", "dashed").size());
    assertEquals(1, Xml.elements(svg, "line", "dashed").size());
    assertEquals(0, Xml.elements(lines(LINEAR, LINE), "path", "dashed").size());
  }

  @Test
  void aDashedLineKeepsItsBand() {
    Series line = LINE.withBand(X, new double[] {4, 5, 6});

    assertEquals(1, Xml.elements(lines(LINEAR, line.dashed()), "path", "band").size());
    assertEquals(
        1, Xml.elements(lines(LINEAR, LINE.dashed().withBand(X, X)), "path", "dashed").size());
  }

  @Test
  void errorBarsReachFromBelowToAboveTheBar() {
    Document svg = bars(List.of(4.0, 1.0, -2.0), List.of(1.0, 3.0, 1.0));

    List<Element> errors = Xml.elements(svg, "line", "error");
    Element four = Xml.elements(svg, "rect", "bar").get(1); // after the legend's sample
    double zero = bottom(four);
    double unit = number(four, "height") / 4;
    assertEquals(9, errors.size()); // each with two caps
    assertAll(
        () -> assertSpans(errors.get(0), zero - 3 * unit, zero - 5 * unit),
        () -> assertSpans(errors.get(3), zero, zero - 4 * unit), // not below zero
        () -> assertSpans(errors.get(6), zero + 3 * unit, zero + unit));
  }

  @Test
  void theAxisMakesRoomForErrorBars() {
    Document svg = bars(List.of(4.0, -4.0), List.of(3.0, 3.0));

    List<Double> grid =
        Xml.elements(svg, "line", "grid").stream().map(line -> number(line, "y1")).toList();
    List<Element> errors = Xml.elements(svg, "line", "error");
    assertTrue(number(errors.get(0), "y2") >= Collections.min(grid), grid.toString());
    assertTrue(number(errors.get(3), "y1") <= Collections.max(grid), grid.toString());
  }

  @Test
  void valuesLieBeyondTheErrorBars() {
    Document svg = bars(List.of(4.0, -2.0), List.of(1.0, 1.0));

    List<Element> values = Xml.elements(svg, "text", "value");
    List<Element> errors = Xml.elements(svg, "line", "error");
    double top = number(errors.get(0), "y2");
    double bottom = number(errors.get(3), "y1");
    assertTrue(number(values.get(0), "y") < top, "baseline above the upper cap");
    // Text of 10 px is less than 9 px high above its baseline.
    assertTrue(number(values.get(1), "y") - 9 > bottom, "text below the lower cap");
  }

  @Test
  void barsWithoutSpreadHaveNoErrorBar() {
    assertEquals(
        3, Xml.elements(bars(List.of(4.0, 3.0), List.of(NAN, 1.0)), "line", "error").size());
    assertEquals(0, Xml.elements(bars(List.of(4.0, 3.0), List.of()), "line", "error").size());
    assertEquals(0, Xml.elements(bars(List.of(NAN), List.of(1.0)), "line", "error").size());
  }

  @ParameterizedTest
  @EnumSource(value = Inset.Place.class, names = "BESIDE", mode = EnumSource.Mode.EXCLUDE)
  void insetsLieInTheirCorner(Inset.Place corner) {
    var inset = new Inset("enlarged", Axis.linear("s"), Axis.linear("N·m"), List.of(LINE), corner);

    Document svg = lines(List.of(LINE), inset);

    Element box = only(Xml.elements(svg, "rect", "inset"));
    Element axis = Xml.elements(svg, "line", "axis").get(0); // of the big chart
    double width = number(axis, "x2") - number(axis, "x1");
    double bottom = number(axis, "y1");
    double height = bottom - number(Xml.elements(svg, "line", "grid").get(0), "y1");
    double middleX = number(box, "x") + number(box, "width") / 2 - number(axis, "x1");
    double middleY = bottom - number(box, "y") - number(box, "height") / 2;
    assertEquals(0.38 * width, number(box, "width"), PIXEL);
    assertEquals(0.45 * height, number(box, "height"), PIXEL);
    assertEquals(corner.name().endsWith("LEFT"), middleX < 0.25 * width);
    assertEquals(corner.name().endsWith("RIGHT"), middleX > 0.75 * width);
    assertEquals(corner.name().startsWith("BOTTOM"), middleY < 0.3 * height);
    assertEquals(corner.name().startsWith("TOP"), middleY > 0.7 * height);
  }

  @Test
  void anInsetBesideCoversNothing() {
    Axis axis = Axis.linear("s");
    var inset = new Inset("enlarged", axis, axis, List.of(LINE), Inset.Place.BESIDE);

    Document svg = lines(List.of(LINE), inset);

    Element box = only(Xml.elements(svg, "rect", "inset"));
    Element big = Xml.elements(svg, "line", "axis").get(0);
    assertTrue(number(box, "x") > number(big, "x2"), "right of the big chart");
    assertTrue(number(box, "x") + number(box, "width") <= Chart.WIDTH, "within the picture");
    assertEquals(number(big, "y1"), number(box, "y") + number(box, "height"), PIXEL);
  }

  @Test
  void allOfAnInsetIsInsideItsBox() {
    Series steep = Series.of("a", Colour.BLUE, new double[] {0, 1000}, new double[] {1e-6, 9e5});
    Axis label = Axis.linear("training time in s");
    var inset = new Inset("part", label, label, List.of(steep), Inset.Place.TOP_LEFT);

    String all =
        new LineChart("", LINEAR, LINEAR, List.of(LINE), List.of(), Optional.of(inset)).svg();

    String inside = all.substring(all.indexOf("<rect class=\"inset\""));
    Document svg = Xml.parse("<svg>" + inside);
    Element box = only(Xml.elements(svg, "rect", "inset"));
    double left = number(box, "x");
    double right = left + number(box, "width");
    for (String kind : List.of("tick", "label", "panel")) {
      for (Element text : Xml.elements(svg, "text", kind)) {
        double width = TextWidth.of(text.getTextContent());
        double x = number(text, "x");
        String cssClass = text.getAttribute("class");
        double start =
            cssClass.contains("end") ? x - width : cssClass.contains("middle") ? x - width / 2 : x;
        assertTrue(start >= left && start + width <= right, text.getTextContent());
        assertTrue(number(text, "y") > number(box, "y") + 9, text.getTextContent());
        assertTrue(number(text, "y") < bottom(box) - 3, text.getTextContent());
      }
    }
  }

  @Test
  void insetsHaveAxesOfTheirOwnButNoLegend() {
    Series part = Series.of("a", Colour.BLUE, new double[] {1, 2}, new double[] {777, 778});
    var inset = new Inset("", LINEAR, LINEAR, List.of(part), Inset.Place.TOP_LEFT);

    Document svg = lines(List.of(LINE), inset);

    String ticks = Xml.text(svg, "text", "tick");
    assertTrue(ticks.contains("777.5") && ticks.contains("20"), ticks);
    assertEquals(1, Xml.elements(svg, "line", "line").size()); // the legend's sample
  }

  @Test
  void markersCrossAllPanelsAndAreNamedOnce() {
    var panel = new PanelChart.Panel("joint", "", List.of(LINE));
    var marker = new Marker(2, "window");

    Document svg =
        Xml.parse(
            new PanelChart("", LINEAR, LINEAR, List.of(panel, panel, panel), List.of(marker))
                .svg());

    List<Element> markers = Xml.elements(svg, "line", "marker");
    assertEquals(3, markers.stream().map(m -> m.getAttribute("y1")).distinct().count());
    assertEquals(1, markers.stream().map(m -> m.getAttribute("x1")).distinct().count());
    assertEquals("window", Xml.text(svg, "text", "note"));
    assertTrue(number(only(Xml.elements(svg, "text", "note")), "y") < number(markers.get(0), "y2"));
  }

  @Test
  void logarithmicAxesHaveFaintLinesBetweenTheirTicks() {
    double[] x = {100, 10_000};

    Document svg =
        Xml.parse(
            new LineChart(
                    "", LOGARITHMIC, LINEAR, List.of(Series.of("", Colour.BLUE, x, x)), List.of())
                .svg());

    assertEquals(19, Xml.elements(svg, "line", "minor").size()); // 100, 200, …, 1000, …, 10000
    assertTrue(
        Xml.text(svg, "text", "tick").contains("100|200|500|1000|2000|5000|10000"),
        Xml.text(svg, "text", "tick"));
  }

  @Test
  void rejectsBandsAndSpreadsThatDoNotFit() {
    double[] two = {1, 2};
    double[] above = {2, 3, 4};

    assertThrows(IllegalArgumentException.class, () -> LINE.withBand(two, X));
    assertThrows(IllegalArgumentException.class, () -> LINE.withBand(X, two));
    assertThrows(IllegalArgumentException.class, () -> LINE.withBand(above, X));
    Stream.of(List.of(1.0), List.of(1.0, -1.0))
        .forEach(
            spreads ->
                assertThrows(
                    IllegalArgumentException.class,
                    () -> new BarChart.Bars("a", Colour.BLUE, List.of(1.0, 2.0), spreads)));
  }

  private static Document lines(Axis y, Series line) {
    return Xml.parse(new LineChart("", LINEAR, y, List.of(line), List.of()).svg());
  }

  private static Document lines(List<Series> lines, Inset inset) {
    return Xml.parse(new LineChart("", LINEAR, LINEAR, lines, List.of(), Optional.of(inset)).svg());
  }

  private static Document bars(List<Double> values, List<Double> spreads) {
    List<String> groups = values.stream().map(String::valueOf).toList();
    var bars = new BarChart.Bars("a", Colour.BLUE, values, spreads);
    return Xml.parse(new BarChart("", LINEAR, groups, List.of(bars)).svg());
  }

  private static void assertSpans(Element line, double low, double high) {
    assertEquals(low, number(line, "y1"), 3 * PIXEL); // the unit is a quarter of a height
    assertEquals(high, number(line, "y2"), 3 * PIXEL);
    assertEquals(line.getAttribute("x1"), line.getAttribute("x2"));
  }

  private static Element only(List<Element> elements) {
    assertEquals(1, elements.size());
    return elements.get(0);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static double bottom(Element rect) {
    return number(rect, "y") + number(rect, "height");
  }

  /** Returns the corners of a closed path of relative steps. */
  private static List<Point> outline(Element path) {
    String data = path.getAttribute("d");
    assertTrue(data.endsWith("z"), data);
    String[] numbers =
        data.substring(1, data.length() - 1).replace("-", " -").trim().split("[l ]+", -1);
    List<Point> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (int i = 0; i < numbers.length; i += 2) {
      x += Double.parseDouble(numbers[i]);
      y += Double.parseDouble(numbers[i + 1]);
      points.add(new Point(x, y));
    }
    return points;
  }
}
