package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.statistics.Comparison;

/**
 * {@code comparison.json}: a {@link Comparison}, its components by their names in kebab-case. Null
 * stands for a number that is NaN or infinite, and is read as NaN.
 */
public final class ComparisonFile {
  /** The file's name. */
  public static final String NAME = "comparison.json";

  private ComparisonFile() {}

  static ObjectMapper mapper() {
    SimpleModule numbers = new SimpleModule();
    numbers.addSerializer(double.class, new NumberOrNull());
    numbers.addSerializer(Double.class, new NumberOrNull());
    numbers.addDeserializer(double.class, new NullAsNaN());
    numbers.addDeserializer(Double.class, new NullAsNaN());
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .addModule(numbers)
        .build();
  }

  /**
   * Reads the comparison of a run.
   *
   * @param run the folder that a run left
   * @return the comparison; empty if there is none, as in the folder of a run that is not finished
   * @throws InvalidDataException if the file is damaged
   */
  public static Optional<Comparison> read(Path run) {
    Path file = run.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper().readValue(file.toFile(), Comparison.class));
    } catch (JacksonException e) {
      throw new InvalidDataException(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }

  /** What writes a comparison. */
  static RunDirectory.Content content(Comparison comparison) {
    return Json.content(tree(comparison));
  }

  /** Records as JSON, by the rules of this file. */
  static JsonNode tree(Object records) {
    return mapper().valueToTree(records);
  }

  private static final class NumberOrNull extends StdSerializer<Double> {
    @Serial private static final long serialVersionUID = 1L;

    NumberOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  private static final class NullAsNaN extends StdDeserializer<Double> {
    @Serial private static final long serialVersionUID = 1L;

    NullAsNaN() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
