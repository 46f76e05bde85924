package lindyn.folder;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import lindyn.DerivativeOrigin;
import lindyn.Derivatives;
import lindyn.Differentiation;
import lindyn.FloatMatrix;
import lindyn.data.History;

/** How records become JSON and back: strictly, since a model is either understood or refused. */
public final class StrictJson {

  /** Writes records, and reads them without forgiving anything. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addMixIn(History.class, KindOfHistory.class)
          .addMixIn(DerivativeOrigin.class, KindOfOrigin.class)
          .addMixIn(FloatMatrix.class, RowMajor.class)
          .build();

  private static final String DERIVATIVES = "derivatives";
  private static final String SIGNATURES = "signatures";

  private StrictJson() {}

  /**
   * Reads a record. Where the signals of a robot do not say how qd and qdd came about, an older
   * Lindyn wrote them, which knew measured ones alone; where a model with a network has no
   * signatures, it wrote no more than one.
   *
   * @throws IOException if it is not JSON, or not of this record
   */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    JsonNode tree = MAPPER.readTree(json);
    boolean isComplete = true;
    for (JsonNode signals : tree.findParents("samplePeriod")) {
      if (!signals.has(DERIVATIVES)) {
        ((ObjectNode) signals).set(DERIVATIVES, MAPPER.valueToTree(Derivatives.MEASURED));
        isComplete = false;
      }
    }
    if (tree.has("network") && !tree.has(SIGNATURES)) {
      ((ObjectNode) tree).putArray(SIGNATURES);
      isComplete = false;
    }
    return MAPPER.readValue(isComplete ? json : MAPPER.writeValueAsBytes(tree), type);
  }

  /** Names the kind of an origin. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DerivativeOrigin.Measured.class, name = "measured"),
    @JsonSubTypes.Type(
        value = Differentiation.ZeroPhaseButterworth.class,
        name = "zero-phase-butterworth"),
    @JsonSubTypes.Type(value = Differentiation.SavitzkyGolay.class, name = "savitzky-golay"),
    @JsonSubTypes.Type(value = Differentiation.CausalButterworth.class, name = "causal-butterworth")
  })
  private interface KindOfOrigin {}

  /** Names the kind of a history, so that the plain data need not know JSON. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = History.Window.class, name = "window"),
    @JsonSubTypes.Type(value = History.Stream.class, name = "stream")
  })
  private interface KindOfHistory {}

  /** Names the parts of a matrix. */
  @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
  private abstract static class RowMajor {

    @JsonCreator
    static FloatMatrix of(
        @JsonProperty("rows") int rows,
        @JsonProperty("columns") int columns,
        @JsonProperty("values") float[] values) {
      return FloatMatrix.of(rows, columns, values);
    }

    @JsonProperty("rows")
    abstract int rows();

    @JsonProperty("columns")
    abstract int columns();

    @JsonProperty("values")
    abstract float[] toArray();
  }
}
