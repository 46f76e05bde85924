package lindyn.log.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * What the schema of a Parquet file says of one column.
 *
 * @param name its name, as {@code log.q} if it is a field of a struct
 * @param descriptor its type, and how deep it is nested
 * @param elementLevel the definition level from which on a list has an element; 0 if it is no list
 * @param scale factor from its unit to s if it holds time stamps, else 1
 * @param problem why it cannot be read, or empty
 */
record ParquetField(
    String name, ColumnDescriptor descriptor, int elementLevel, double scale, String problem) {

  /** Returns the columns of a schema, in the order of the file. */
  static List<ParquetField> of(List<SchemaElement> schema) {
    return new Walk(schema).columns();
  }

  boolean isList() {
    return descriptor.getMaxRepetitionLevel() == 1;
  }

  /** A schema is a tree that is written depth first. */
  private static final class Walk {

    private static final int DEEPEST = 32;

    private final List<SchemaElement> schema;
    private final List<ParquetField> found = new ArrayList<>();
    private int next;

    Walk(List<SchemaElement> schema) {
      this.schema = schema;
    }

    List<ParquetField> columns() {
      int children = schema.get(0).getNum_children();
      next = 1;
      for (int child = 0; child < children; child++) {
        visit(new Nesting(List.of(), "", 0, 0, 0));
      }
      return found;
    }

    /**
     * What lies above an element.
     *
     * @param path names from the root on
     * @param name Lindyn's name: the path without the groups that only make a list
     * @param repetition number of repeated elements
     * @param definition number of elements that may be missing
     * @param elementLevel definition at the innermost repeated element, or 0
     */
    private record Nesting(
        List<String> path, String name, int repetition, int definition, int elementLevel) {

      Nesting below(SchemaElement element) {
        List<String> longer = new ArrayList<>(path);
        longer.add(element.getName());
        FieldRepetitionType type = element.getRepetition_type();
        boolean isRepeated = type == FieldRepetitionType.REPEATED;
        boolean isInList = repetition > 0 || isRepeated;
        int deeper = definition + (type == FieldRepetitionType.REQUIRED ? 0 : 1);
        String below = path.isEmpty() ? element.getName() : name + "." + element.getName();
        return new Nesting(
            longer,
            isInList && !path.isEmpty() ? name : below,
            repetition + (isRepeated ? 1 : 0),
            deeper,
            isRepeated ? deeper : elementLevel);
      }
    }

    private void visit(Nesting above) {
      SchemaElement element = schema.get(next);
      next++;
      Nesting nesting = above.below(element);
      if (nesting.path().size() > DEEPEST) {
        throw new IllegalArgumentException("a schema that is nested too deep");
      }
      if (!element.isSetType()) {
        for (int child = 0; child < element.getNum_children(); child++) {
          visit(nesting);
        }
        return;
      }
      found.add(field(element, nesting));
    }

    private static ParquetField field(SchemaElement element, Nesting nesting) {
      var type =
          new PrimitiveType(
              Type.Repetition.valueOf(element.getRepetition_type().name()),
              typeName(element),
              element.getType_length(),
              element.getName());
      var descriptor =
          new ColumnDescriptor(
              nesting.path().toArray(String[]::new),
              type,
              nesting.repetition(),
              nesting.definition());
      return new ParquetField(
          nesting.name(),
          descriptor,
          nesting.elementLevel(),
          scale(element),
          problem(element, nesting));
    }

    private static PrimitiveTypeName typeName(SchemaElement element) {
      return switch (element.getType()) {
        case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
        case INT32 -> PrimitiveTypeName.INT32;
        case INT64 -> PrimitiveTypeName.INT64;
        case INT96 -> PrimitiveTypeName.INT96;
        case FLOAT -> PrimitiveTypeName.FLOAT;
        case DOUBLE -> PrimitiveTypeName.DOUBLE;
        case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
        case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
      };
    }

    private static double scale(SchemaElement element) {
      LogicalType logical = element.getLogicalType();
      if (logical != null && logical.isSetTIMESTAMP()) {
        TimeUnit unit = logical.getTIMESTAMP().getUnit();
        return unit.isSetMILLIS() ? 1e-3 : unit.isSetMICROS() ? 1e-6 : 1e-9;
      }
      if (element.getConverted_type() == ConvertedType.TIMESTAMP_MILLIS) {
        return 1e-3;
      }
      return element.getConverted_type() == ConvertedType.TIMESTAMP_MICROS ? 1e-6 : 1;
    }

    private static String problem(SchemaElement element, Nesting nesting) {
      if (nesting.repetition() > 1) {
        return "holds lists of lists, expected numbers or lists of numbers; save a column per list";
      }
      return unreadType(element)
          .map(
              type ->
                  "is of type "
                      + type
                      + ", expected float, double, integer, time stamp or text; convert it to"
                      + " float or double")
          .orElse("");
    }

    /** Names types that are not read, as pyarrow and pandas do. */
    private static Optional<String> unreadType(SchemaElement element) {
      LogicalType logical = element.getLogicalType();
      if (element.getConverted_type() == ConvertedType.DECIMAL) {
        return Optional.of("decimal");
      }
      if (logical != null) {
        Optional<String> name =
            Stream.of(
                    LogicalType._Fields.DECIMAL,
                    LogicalType._Fields.DATE,
                    LogicalType._Fields.TIME,
                    LogicalType._Fields.FLOAT16,
                    LogicalType._Fields.UUID)
                .filter(field -> logical.getSetField() == field)
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .findFirst();
        if (name.isPresent()) {
          return name;
        }
      }
      return switch (element.getType()) {
        case INT96 -> Optional.of("int96");
        case FIXED_LEN_BYTE_ARRAY -> Optional.of("bytes of fixed length");
        default -> Optional.empty();
      };
    }
  }
}
