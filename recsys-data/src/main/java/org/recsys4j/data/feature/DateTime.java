package org.recsys4j.data.feature;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.clean.Sample;

/**
 * A time, such as the release of a film or the last event of a user (of a row that is one event:
 * its own): how long ago it was, hour, weekday and month as categories or as points on a circle, so
 * that 23 o'clock is near 0.
 *
 * <p>A missing time has category 0, the centre of a circle, and the mean recency of the training
 * rows.
 */
public final class DateTime implements FeatureExtractorFactory<DateTime.Options> {
  /** The factory. */
  public DateTime() {}

  /**
   * The parameters.
   *
   * @param column the attribute: a year, seconds since 1970, or a date as ISO 8601 writes it; the
   *     last training event's time where there is none
   * @param pattern how dates are written otherwise, as in {@link DateTimeFormatter}
   * @param zone the time zone of hours and days
   * @param parts what is made of the time
   * @param reference the time from which recency is counted, written like those in the column; the
   *     latest of the training rows where there is none
   */
  public record Options(
      Optional<String> column,
      Optional<String> pattern,
      String zone,
      List<TimePart> parts,
      Optional<String> reference) {
    /** Refuses zones, patterns and references that cannot be read. */
    public Options {
      Check.components(Options.class, column, pattern, zone, parts, reference);
      parts = List.copyOf(Check.notEmpty("parts", parts));
      Check.argument(
          EnumSet.copyOf(parts).size() == parts.size(), "parts", parts, "free of repetitions");
      Check.argument(isZone(zone), "zone", zone, "a time zone, such as UTC or Europe/Paris");
      pattern.ifPresent(
          it -> Check.argument(isPattern(it), "pattern", it, "a pattern of dates, as dd-MMM-uuuu"));
      if (reference.isPresent()) {
        Times times = new Times(column, pattern, ZoneId.of(zone));
        Check.argument(
            times.parse(reference.get()).isPresent(), "reference", reference.get(), "a time");
      }
    }

    private static boolean isZone(String name) {
      try {
        return !ZoneId.of(name).getId().isEmpty();
      } catch (DateTimeException e) {
        return false;
      }
    }

    private static boolean isPattern(String text) {
      try {
        return DateTimeFormatter.ofPattern(text, Locale.ENGLISH) != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private Times times() {
      return new Times(column, pattern, ZoneId.of(zone));
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "how long ago, and the hour, weekday and season of a time";
  }

  /**
   * Learns the reference and the mean recency.
   *
   * @throws InvalidDataException if a training row has a text that is no time
   */
  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Times times = options.times();
    long[] seconds =
        training.rows().stream()
            .peek(row -> refuseUnreadable(row, times))
            .map(times::of)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    long latest = Arrays.stream(seconds).max().orElse(0);
    long reference =
        options.reference().map(times::parse).orElse(OptionalLong.of(latest)).orElse(latest);
    double[] recencies =
        Arrays.stream(seconds).mapToDouble(it -> TimePart.recency(it, reference)).toArray();
    return new Fitted(times, options.parts(), reference, Sample.of(recencies).mean());
  }

  private static void refuseUnreadable(FeatureRow row, Times times) {
    Optional<String> text = times.column().flatMap(row::value);
    if (text.isPresent() && times.of(row).isEmpty()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "attribute %s of \"%s\": \"%s\" is no time; set pattern to how it is written",
              times.column().orElse(""),
              row.id(),
              text.get()));
    }
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    List<String> texts = in.texts("column-pattern-zone");
    try {
      return new Fitted(
          new Times(text(texts.get(0)), text(texts.get(1)), ZoneId.of(texts.get(2))),
          Names.constants(TimePart.class, in.texts("parts")),
          in.longs("reference", 1)[0],
          in.doubles("recency", 1)[0]);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw new IOException("a saved date-time is damaged: " + e.getMessage(), e);
    }
  }

  private static Optional<String> text(String saved) {
    return saved.isEmpty() ? Optional.empty() : Optional.of(saved);
  }

  private record Fitted(Times times, List<TimePart> parts, long reference, double meanRecency)
      implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      String prefix = times.column().orElse("events.last");
      return new FeatureSchema(parts.stream().map(part -> part.feature(prefix)).toList());
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      OptionalLong second = times.of(row);
      if (second.isEmpty()) {
        parts.forEach(part -> part.putMissing(meanRecency, sink));
        return;
      }
      ZonedDateTime time = Instant.ofEpochSecond(second.getAsLong()).atZone(times.zone());
      parts.forEach(part -> part.put(time, reference, sink));
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.texts(
          "column-pattern-zone",
          List.of(times.column().orElse(""), times.pattern().orElse(""), times.zone().getId()));
      out.texts("parts", parts.stream().map(Enum::name).toList());
      out.longs("reference", new long[] {reference}, 1);
      out.doubles("recency", new double[] {meanRecency}, 1);
    }
  }
}
