package lindyn.c;

import java.io.IOException;
import java.util.List;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyFeatures;
import lindyn.linear.RigidBodyModel;

/**
 * The constants of the rigid-body regression that a network corrects.
 *
 * @param base the regression
 * @param tables receives the text
 */
record RigidBodyTables(RigidBodyModel base, CTables tables) {

  private static final String TERMS =
      """

      /* Neighbouring joints whose angles add up. */
      struct chain {
          int first;
          int last;
      };

      /* Two simple terms that are multiplied. */
      struct product {
          int left;
          int right;
      };

      """;

  void write() throws IOException {
    tables.define("SIMPLE_TERMS", base.features().simpleTerms());
    tables.define("CHAINS", base.features().chains().size());
    tables.define("PRODUCTS", base.features().products().size());
    tables.verbatim(TERMS);
    writeTerms(base.features());
    writeRegression();
  }

  private void writeTerms(RigidBodyFeatures features) throws IOException {
    List<String> chains =
        features.chains().stream().map(chain -> chain.first() + ", " + chain.last()).toList();
    List<String> products =
        features.products().stream()
            .map(product -> product.left() + ", " + product.right())
            .toList();
    // C has no empty arrays: a robot of one joint gets one chain that nobody reads.
    tables.rows("struct chain chains", chains.isEmpty() ? List.of("0, 0") : chains);
    tables.rows("struct product products", products);
    tables.floats("inverse_friction_speed", features.inverseFrictionSpeeds());
  }

  private void writeRegression() throws IOException {
    Standardizer features = base.featureStandardizer();
    tables.define("FEATURE_LIMIT", CLiteral.of((float) features.limit()));
    tables.floats("feature_offset", features.offsets());
    tables.floats("feature_factor", features.factors());
    tables.matrix("base_weights", base.weights());
    tables.matrix("base_intercept", base.intercept());
  }
}
