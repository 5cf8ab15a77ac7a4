package org.recsys4j.data.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.Cells;
import org.recsys4j.data.text.TimeFormat;

/**
 * The object that {@link JsonLines} has just read; the next one takes its place. What is wrong with
 * it, such as a missing field, ends in a {@link BadRowException}.
 */
public final class JsonRow {
  private static final String LIST_SEPARATOR = "|";

  private final List<String> fields;
  private final @Nullable String[] texts;

  JsonRow(List<String> fields) {
    this.fields = List.copyOf(fields);
    this.texts = new @Nullable String[fields.size()];
  }

  /** Takes the fields of one object. */
  void read(JsonParser parser) throws IOException {
    Arrays.fill(texts, null);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BadRowException("is no JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int field = fields.indexOf(parser.currentName());
      JsonToken value = parser.nextToken();
      if (field < 0) {
        parser.skipChildren();
      } else if (texts[field] != null) {
        throw new BadRowException("has two fields " + fields.get(field));
      } else {
        texts[field] = text(parser, value);
      }
    }
    if (parser.nextToken() != null) {
      throw new BadRowException("has more behind the JSON object");
    }
  }

  /** A scalar, or the scalars of a list; nothing where there is an object. */
  private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    if (value != JsonToken.START_ARRAY) {
      return value == JsonToken.VALUE_NULL ? null : parser.getText();
    }
    StringBuilder joined = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else if (token == JsonToken.START_ARRAY) {
        depth++;
      } else if (token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        joined.append(joined.isEmpty() ? "" : LIST_SEPARATOR).append(parser.getText());
      }
    }
    return joined.toString();
  }

  private int index(String field) {
    int index = fields.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(field + " was not asked for");
    }
    return index;
  }

  /**
   * Whether there is a field with something in it.
   *
   * @param field one of those that were asked for
   * @return false where it is missing, null or an object
   */
  public boolean has(String field) {
    return texts[index(field)] != null;
  }

  /**
   * A field as text.
   *
   * @param field one of those that were asked for
   * @return the text; of a list, that of its elements and those of lists in it, with {@code |}
   *     between them; the empty text where there is none
   */
  public String text(String field) {
    String text = texts[index(field)];
    return text == null ? "" : text;
  }

  /**
   * A field as an id.
   *
   * @param field one of those that were asked for
   * @return a text with something in it
   */
  public String id(String field) {
    return Cells.id(field, required(field));
  }

  /**
   * A field as a number, which may stand in quotes.
   *
   * @param field one of those that were asked for
   * @return the nearest float
   */
  public float number(String field) {
    return Cells.number(field, required(field));
  }

  /**
   * A field as a time.
   *
   * @param field one of those that were asked for
   * @param format how it is written
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   */
  public long seconds(String field, TimeFormat format) {
    return Cells.seconds(field, required(field), format);
  }

  private String required(String field) {
    String text = texts[index(field)];
    if (text == null) {
      throw new BadRowException("has no " + field);
    }
    return text;
  }
}
