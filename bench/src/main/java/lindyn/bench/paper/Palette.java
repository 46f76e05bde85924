package lindyn.bench.paper;

import lindyn.report.Colour;

/** The colour of each model in all figures: warm ones for processes, cool ones for networks. */
final class Palette {

  private Palette() {}

  static Colour of(String key) {
    return switch (key) {
      case "gp", "gp-search" -> Colour.ORANGE;
      case "gp-scales" -> Colour.VERMILLION;
      case "gp-window", "gp-sparse", "gp-factorisation" -> Colour.PURPLE;
      case "lstm-paper", "lstm-windows" -> Colour.SKY;
      case "lstm" -> Colour.BLUE;
      case "lstm-base", "lstm-sequences" -> Colour.GREEN;
      default -> Colour.GREY;
    };
  }
}
