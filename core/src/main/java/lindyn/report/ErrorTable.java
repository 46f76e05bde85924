package lindyn.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lindyn.eval.TorqueErrors.JointError;

/**
 * The table of errors: a row per joint and one for all, nMSE of each model, and the network's
 * errors in units of torque.
 */
record ErrorTable(TestResults results) {

  void write(Markup html) {
    html.open("div", "class", "scroll").open("table");
    writeHead(html);
    html.open("tbody");
    List<String> joints = results.signals().jointNames();
    for (int i = 0; i < joints.size(); i++) {
      int joint = i;
      html.open("tr").element("th", joints.get(i), "scope", "row");
      writeCells(
          html,
          model -> model.errors().perJoint().get(joint).nmse(),
          results.network().errors().perJoint().get(joint));
      html.close();
    }
    html.close();
    if (joints.size() > 1) {
      html.open("tfoot").open("tr").element("th", "all joints", "scope", "row");
      writeCells(html, model -> model.errors().nmse(), overall());
      html.close().close();
    }
    html.close().close();
  }

  private JointError overall() {
    var errors = results.network().errors();
    return new JointError(errors.mse(), errors.nmse(), errors.standardizedMse());
  }

  private void writeHead(Markup html) {
    String unit = results.signals().torqueUnit();
    int models = results.models().size();
    html.open("thead").open("tr").element("th", "", "rowspan", "2");
    writeGroup(html, "nMSE", models);
    writeGroup(html, results.network().name() + " in units of torque", 2);
    html.close().open("tr");
    results.models().forEach(model -> html.element("th", model.name(), "scope", "col"));
    html.element("th", "RMSE in " + unit, "class", "apart", "scope", "col");
    html.element("th", "MSE in (" + unit + ")²", "scope", "col");
    html.close().close();
  }

  private static void writeGroup(Markup html, String name, int columns) {
    html.open("th", "class", "group", "colspan", Integer.toString(columns), "scope", "colgroup")
        .element("span", name)
        .close();
  }

  private void writeCells(Markup html, ToDoubleFunction<ModelErrors> nmse, JointError network) {
    OptionalDouble best =
        results.models().stream().mapToDouble(nmse).filter(Double::isFinite).min();
    for (ModelErrors model : results.models()) {
      double value = nmse.applyAsDouble(model);
      boolean isBest =
          results.models().size() > 1 && best.isPresent() && value == best.getAsDouble();
      html.element("td", Numbers.ratio(value), "class", isBest ? "best" : "");
    }
    html.element("td", Numbers.significant(network.rmse()), "class", "apart");
    html.element("td", Numbers.significant(network.mse()));
  }
}
