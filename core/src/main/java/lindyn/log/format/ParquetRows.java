package lindyn.log.format;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** The rows of one column of a Parquet file: single values, or lists of one length. */
final class ParquetRows implements LogVariable.Rows {

  private final ParquetColumn column;
  private final Iterator<ColumnMetaData> chunks;
  private final double[] numbers;
  private final String[] texts;
  private final boolean[] isPresent;
  private @Nullable ColumnReader values;
  private long left;

  /** Starts before the first row of a column with {@code width} values per row. */
  ParquetRows(ParquetColumn column, int width) {
    this.column = column;
    this.chunks = column.chunks().iterator();
    this.numbers = new double[width];
    this.texts = new String[width];
    this.isPresent = new boolean[width];
  }

  @Override
  public void next() throws IOException {
    int count = 0;
    ColumnReader reader = values();
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(isPresent, false);
    do {
      if (count < numbers.length) {
        take(reader, count);
      }
      count++;
      reader.consume();
      left--;
    } while (left > 0 && reader.getCurrentRepetitionLevel() > 0);
    if (count != numbers.length) {
      throw new IOException(
          String.format(
              "column '%s' holds a list of %d values, expected %d as in the first row",
              column.name(), count, numbers.length));
    }
  }

  /** Returns how many values the first row holds; only for rows that are not read otherwise. */
  static int width(ParquetColumn column) throws IOException {
    var first = new ParquetRows(column, 0);
    int count = 0;
    ColumnReader reader = first.values();
    do {
      count++;
      reader.consume();
      first.left--;
    } while (first.left > 0 && reader.getCurrentRepetitionLevel() > 0);
    return count;
  }

  private ColumnReader values() throws IOException {
    ColumnReader current = values;
    while (left == 0 || current == null) {
      if (!chunks.hasNext()) {
        throw new EOFException("column '" + column.name() + "' ends early");
      }
      ColumnMetaData chunk = chunks.next();
      current = column.open(chunk);
      left = chunk.getNum_values();
    }
    values = current;
    return current;
  }

  private void take(ColumnReader reader, int index) {
    if (reader.getCurrentDefinitionLevel() < column.descriptor().getMaxDefinitionLevel()) {
      return; // a missing value
    }
    isPresent[index] = true;
    switch (column.type()) {
      case INT32 -> numbers[index] = column.scale() * reader.getInteger();
      case INT64 -> numbers[index] = column.scale() * reader.getLong();
      case FLOAT -> numbers[index] = reader.getFloat();
      case DOUBLE -> numbers[index] = reader.getDouble();
      case BOOLEAN -> numbers[index] = reader.getBoolean() ? 1 : 0;
      default -> texts[index] = reader.getBinary().toStringUsingUTF8();
    }
  }

  @Override
  public double number(int index) {
    return numbers[index];
  }

  @Override
  public String text(int index) {
    if (!isPresent[index]) {
      return "";
    }
    return column.type() == PrimitiveTypeName.BINARY
        ? texts[index]
        : LogVariable.text(numbers[index]);
  }

  @Override
  public void close() {}
}
