package lindyn.c;

import java.io.IOException;
import lindyn.data.History;
import lindyn.data.Standardizer;
import lindyn.folder.Column;
import lindyn.lstm.TrainedLstm;

/**
 * The source: the constants of a model, then the algorithm, which is the same for all models.
 *
 * @param model the model
 * @param tables receives the text
 */
record CSource(TrainedLstm model, CTables tables) {

  private static final String OPENING =
      """
      /* Written by Lindyn; %s says what it is and how it is used. */

      #include "%s"

      #include <float.h>
      #include <math.h>

      /* ---- The constants of this model ------------------------------------------------------------- */

      """
          .formatted(CExporter.HEADER, CExporter.HEADER);

  void write() throws IOException {
    tables.verbatim(OPENING);
    writeNames();
    writeHistory();
    writeScaling();
    new NetworkTables(model, tables).write();
    tables.define("HAS_BASE", model.base().isPresent() ? 1 : 0);
    if (model.base().isPresent()) {
      new RigidBodyTables(model.base().get(), tables).write();
    }
    tables.verbatim(CResource.ALGORITHM.text());
  }

  private void writeNames() throws IOException {
    var inputs = Column.inputs(model.signals(), model.inputStandardizer());
    var torques = Column.outputs(model.signals(), model.targetStandardizer());
    tables.texts("lindyn_input_names", inputs.stream().map(Column::name).toList());
    tables.texts("lindyn_input_units", inputs.stream().map(Column::unit).toList());
    tables.texts("lindyn_torque_names", torques.stream().map(Column::name).toList());
    tables.texts("lindyn_torque_units", torques.stream().map(Column::unit).toList());
  }

  private void writeHistory() throws IOException {
    History history = model.config().history();
    tables.define("IS_WINDOW", history instanceof History.Window ? 1 : 0);
    tables.define("WARM_UP", history instanceof History.Stream stream ? stream.warmUp() : 0);
  }

  private void writeScaling() throws IOException {
    Standardizer inputs = model.inputStandardizer();
    Standardizer torques = model.targetStandardizer();
    tables.define("INPUT_LIMIT", CLiteral.of((float) inputs.limit()));
    tables.floats("input_offset", inputs.offsets());
    tables.floats("input_factor", inputs.factors());
    tables.floats("torque_offset", torques.offsets());
    tables.floats("torque_scale", torques.scales());
  }
}
