package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {

  private static final String HOSTILE = "<tau & \"\u0001\u00e9\ud83e\udd16> ]]>";
  private static final double NAN = Double.NaN;

  static Stream<double[]> edgeCases() {
    return Stream.of(
        new double[] {},
        new double[] {3},
        new double[] {NAN},
        new double[] {0, 0, 0},
        new double[] {-7, -7, -7},
        new double[] {-1, -2, -0.5},
        new double[] {1, NAN, 2, 3, NAN},
        new double[] {1e-30, 2e-30},
        new double[] {-1e30, 1e30},
        new double[] {1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
  }

  @ParameterizedTest
  @MethodSource("edgeCases")
  void linesOfAllKindsAreWellFormed(double[] y) {
    double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
    Series series = Series.of(HOSTILE, Colour.BLUE, x, y).withBand(y, y).dashed();

    for (Axis.Kind kind : Axis.Kind.values()) {
      Axis axis = new Axis(HOSTILE, kind);
      var markers = List.of(new Marker(1, HOSTILE), new Marker(NAN, ""), new Marker(1e9, ""));
      var inset = new Inset(HOSTILE, axis, axis, List.of(series), Inset.Place.TOP_LEFT);
      assertSound(new LineChart(HOSTILE, axis, axis, List.of(series), markers, Optional.of(inset)));
      var panel = new PanelChart.Panel(HOSTILE, HOSTILE, List.of(series, series));
      assertSound(new PanelChart(HOSTILE, axis, axis, List.of(panel, panel), markers));
    }
  }

  @ParameterizedTest
  @MethodSource("edgeCases")
  void barsOfAllKindsAreWellFormed(double[] heights) {
    List<String> groups = IntStream.range(0, heights.length).mapToObj(i -> HOSTILE + i).toList();
    List<Double> values = IntStream.range(0, heights.length).mapToObj(i -> heights[i]).toList();
    List<Double> spreads = values.stream().map(Math::abs).toList();
    var bars = List.of(new BarChart.Bars(HOSTILE, Colour.SKY, values, spreads));

    assertSound(new BarChart(HOSTILE, Axis.linear(HOSTILE), groups, bars));
  }

  @Test
  void chartsWithoutDataAreWellFormed() {
    Axis axis = Axis.linear("");

    assertSound(new LineChart("", axis, axis, List.of(), List.of()));
    assertSound(new PanelChart("", axis, axis, List.of()));
    assertSound(new BarChart("", axis, List.of(), List.of()));
    assertSound(new BarChart("", axis, List.of("a"), List.of()));
    assertSound(new HistogramChart("", List.of()));
  }

  @Test
  void histogramsAreWellFormed() {
    var constant = new HistogramChart.Cell(HOSTILE, Colour.SKY, 3, 3, List.of(5, 0));
    var empty = new HistogramChart.Cell(HOSTILE, Colour.VERMILLION, -1e30, 1e30, List.of(0, 0));

    assertSound(new HistogramChart(HOSTILE, Collections.nCopies(9, constant)));
    assertSound(new HistogramChart(HOSTILE, List.of(constant, empty)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HistogramChart.Cell("", Colour.SKY, 0, 1, List.of()));
  }

  @Test
  void longNamesOfGroupsStayInsideTheChart() {
    List<String> groups = IntStream.range(0, 20).mapToObj(i -> "left_shoulder_joint_" + i).toList();
    var bars = new BarChart.Bars("LSTM", Colour.BLUE, groups.stream().map(g -> 1.0).toList());

    Document svg = Xml.parse(new BarChart("", Axis.linear("nMSE"), groups, List.of(bars)).svg());

    String turn =
        Xml.elements(svg, "text", "end").stream()
            .map(e -> e.getAttribute("transform"))
            .filter(t -> !t.isEmpty())
            .findFirst()
            .orElseThrow();
    double right = Double.parseDouble(turn.replaceAll("translate\\(([0-9.]+) .*", "$1"));
    double reach = Math.cos(Math.toRadians(35)) * TextWidth.of(groups.get(0));
    assertTrue(right - reach >= 0, turn);
  }

  @Test
  void gapsCutLines() {
    Series series =
        Series.of(
            "loss", Colour.BLUE, new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, NAN, 4, 5});

    Document svg = Xml.parse(lines(series).svg());

    assertEquals(2, Xml.elements(svg, "path", "blue").size());
  }

  @Test
  void lonelyPointsAreDots() {
    Series series = Series.of("loss", Colour.BLUE, new double[] {1}, new double[] {1});

    Document svg = Xml.parse(lines(series).svg());

    assertEquals(1, Xml.elements(svg, "circle", "dot").size());
    assertEquals(0, Xml.elements(svg, "path", "line").size());
  }

  @Test
  void aMissingBarIsADash() {
    var bars = new BarChart.Bars("LSTM", Colour.BLUE, List.of(0.5, NAN));
    var chart = new BarChart("", Axis.linear("nMSE"), List.of("a", "b"), List.of(bars));

    assertEquals("0.500|–", Xml.text(Xml.parse(chart.svg()), "text", "value"));
  }

  @Test
  void namesOfSeriesAreInTheLegendOnce() {
    Series series = Series.of("measured", Colour.INK, new double[] {1}, new double[] {1});
    var panel = new PanelChart.Panel("joint", "", List.of(series));

    String svg = new PanelChart("", Axis.linear(""), Axis.linear(""), List.of(panel, panel)).svg();

    assertEquals(2, svg.split(">measured<", -1).length);
  }

  @Test
  void aFileOfItsOwnBringsItsColours() {
    Series series = Series.of("a", Colour.GREEN, new double[] {1, 2}, new double[] {1, 2});

    Document svg = Xml.parse(lines(series).svgFile());

    assertEquals(1, svg.getElementsByTagName("style").getLength());
  }

  @Test
  void aFileOfItsOwnIsReadableOnDarkPagesAndOutsideOfBrowsers() {
    Series series = Series.of("a", Colour.GREEN, new double[] {1, 2}, new double[] {1, 2});

    String file = lines(series).svgFile();

    Element root = Xml.parse(file).getDocumentElement();
    Element ground = Xml.elements(Xml.parse(file), "rect", "ground").get(0);
    assertEquals(
        root.getAttribute("viewBox"),
        Stream.of("x", "y", "width", "height")
            .map(ground::getAttribute)
            .collect(Collectors.joining(" ")));
    assertEquals(ground.getAttribute("height"), root.getAttribute("height"));
    assertTrue(file.contains(".ground { fill: #ffffff; }"), file);
    assertFalse(file.contains("prefers-color-scheme") || file.contains("var("), file);
  }

  @ParameterizedTest
  @EnumSource(Colour.class)
  void everyColourHasAShade(Colour colour) {
    assertTrue(StyleSheet.CHART.css().contains(".chart ." + colour.cssClass() + " {"));
  }

  @Test
  void rejectsDataThatDoesNotFitTogether() {
    double[] two = {1, 0};

    assertThrows(
        IllegalArgumentException.class, () -> Series.of("a", Colour.INK, two, new double[1]));
    assertThrows(IllegalArgumentException.class, () -> Series.of("a", Colour.INK, two, two));
    var bars = List.of(new BarChart.Bars("a", Colour.INK, List.of(1.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BarChart("", Axis.linear(""), List.of("a", "b"), bars));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BarChart("", Axis.logarithmic(""), List.of("a"), bars));
  }

  private static LineChart lines(Series series) {
    Axis axis = Axis.linear("");
    return new LineChart("", axis, axis, List.of(series), List.of());
  }

  private static void assertSound(Chart chart) {
    String svg = chart.svg();
    Xml.parse(svg);
    Xml.parse(chart.svgFile());
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
  }
}
