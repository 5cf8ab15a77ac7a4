package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of maps, lists, texts and numbers, in full precision. */
final class Json {
  private Json() {}

  private static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new ObjectMapper()
        .disable(SerializationFeature.CLOSE_CLOSEABLE)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .writer(
            new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }

  /** What writes a map or a node of JSON, indented, ending in a line feed. */
  static RunDirectory.Content content(Object tree) {
    return out -> {
      out.write(writer().writeValueAsBytes(tree));
      out.write("\n".getBytes(StandardCharsets.UTF_8));
    };
  }

  /** A tree in one line, its keys in the order of the tree. */
  static String line(Object tree) {
    try {
      return new ObjectMapper().writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree as it is read back. */
  static JsonNode node(Object tree) {
    return new ObjectMapper().valueToTree(tree);
  }

  /** A number as JSON knows it: null where there is none. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  /** The same for all values. */
  static Map<String, @Nullable Double> numbers(Map<String, Double> values) {
    Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
    values.forEach((key, value) -> numbers.put(key, number(value)));
    return numbers;
  }
}
