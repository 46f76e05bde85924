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
  private long row;

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
    row++;
    int count = 0;
    ColumnReader reader = values();
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(isPresent, false);
    do {
      if (isElement(reader, column)) {
        if (count < numbers.length) {
          take(reader, count);
        }
        count++;
      }
      reader.consume();
      left--;
    } while (left > 0 && reader.getCurrentRepetitionLevel() > 0);
    if (count != numbers.length) {
      throw column
          .source()
          .file()
          .error(
              String.format(
                  "row %d: variable '%s' holds %s, expected %d values as in the first list; drop"
                      + " the row or save one column per joint",
                  row,
                  column.name(),
                  count == 0 ? "no list or an empty one" : "a list of length " + count,
                  numbers.length));
    }
  }

  /** Missing and empty lists, too, have an entry. */
  private static boolean isElement(ColumnReader reader, ParquetColumn column) {
    return reader.getCurrentDefinitionLevel() >= column.field().elementLevel();
  }

  /** Returns how long the first list is that is not empty, or 1 if all are. */
  static int width(ParquetColumn column) throws IOException {
    var lists = new ParquetRows(column, 0);
    for (long list = 0; list < column.shape().get(0); list++) {
      int count = 0;
      ColumnReader reader = lists.values();
      do {
        count += isElement(reader, column) ? 1 : 0;
        reader.consume();
        lists.left--;
      } while (lists.left > 0 && reader.getCurrentRepetitionLevel() > 0);
      if (count > 0) {
        return count;
      }
    }
    return 1;
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
