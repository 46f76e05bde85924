package lindyn.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records as JSON for people and scripts. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new FiniteOrNull())
                  .addSerializer(double.class, new FiniteOrNull()))
          .annotationIntrospector(new Kinds())
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS) // a kind may be all there is to say
          .build();

  private Json() {}

  /**
   * Returns a record as indented JSON; NaN and infinite numbers become null, and a value whose type
   * is a sealed interface names its kind.
   *
   * @throws IllegalArgumentException if it cannot become JSON
   */
  public static String text(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot become JSON", e);
    }
  }

  /** Names the kind of a value whose type is sealed, unless an annotation says otherwise. */
  private static final class Kinds extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      JsonTypeInfo.Value said = super.findPolymorphicTypeInfo(config, annotated);
      return said == null && annotated instanceof AnnotatedClass && isSealed(annotated.getRawType())
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, null)
          : said;
    }

    /** Enums whose constants have bodies are sealed classes too. */
    private static boolean isSealed(Class<?> type) {
      return type.isInterface() && type.isSealed();
    }
  }

  /** JSON has no NaN; as text it would break readers that expect a number. */
  private static final class FiniteOrNull extends StdSerializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
