package lindyn.savedmodel;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import lindyn.FloatMatrix;
import lindyn.data.History;

/** How records become JSON and back: strictly, since a model is either understood or refused. */
final class ModelJson {

  static final JsonMapper MAPPER =
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
          .addMixIn(FloatMatrix.class, RowMajor.class)
          .build();

  private ModelJson() {}

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
