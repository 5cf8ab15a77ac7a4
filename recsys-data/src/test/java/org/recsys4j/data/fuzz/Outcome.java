package org.recsys4j.data.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;

/** How reading may end: in rows, each of which is one, or in an error with a place. */
final class Outcome {
  /** No file here takes a second; this ends a hang. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Outcome() {}

  /**
   * Reads, and fails if it ends in another way.
   *
   * @return the rows, or empty where there was an error
   */
  static Optional<EventLog> of(ReaderUnderTest reader, Path folder, String name, byte[] content) {
    try {
      reader.write(folder, name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<EventLog> rows = of(reader, folder, false);
    if (reader.skips()) {
      Optional<EventLog> left = of(reader, folder, true);
      rows.ifPresent(
          all ->
              assertThat(left)
                  .as("nothing to skip")
                  .map(EventLog::checksum)
                  .contains(all.checksum()));
    }
    return rows;
  }

  private static Optional<EventLog> of(ReaderUnderTest reader, Path folder, boolean skip) {
    return assertTimeoutPreemptively(
        LONGEST,
        () -> {
          try {
            EventLog log = reader.read(folder, skip);
            checkRows(log);
            return Optional.of(log);
          } catch (InvalidDataException e) {
            checkMessage(e, folder);
            return Optional.empty();
          } catch (IOException | RuntimeException e) {
            throw new AssertionError("neither rows nor an InvalidDataException: " + e, e);
          }
        });
  }

  private static void checkRows(EventLog log) {
    assertThat(log.size()).isPositive();
    checkIds(log.users());
    checkIds(log.items());
    for (int row = 0; row < log.size(); row++) {
      assertThat(log.value(row)).isFinite();
      assertThat(log.hasTimes() ? log.time(row) : 0).isBetween(-62_135_596_800L, 253_402_300_799L);
    }
  }

  private static void checkIds(IdIndex ids) {
    for (int i = 0; i < ids.size(); i++) {
      assertThat(ids.id(i)).isNotBlank().doesNotContain("\0");
    }
  }

  /** One line, not long, that begins with a path. */
  private static void checkMessage(InvalidDataException e, Path folder) {
    assertThat(e.getMessage())
        .as("message")
        .satisfies(
            message ->
                assertThat(
                        message.startsWith(folder.toString())
                            || message.matches("column \\d+ cannot be both user and item"))
                    .as(message)
                    .isTrue())
        .hasSizeLessThan(2_000 + 4 * folder.toString().length());
    assertThat(e.getMessage().lines().count())
        .as(String.format(Locale.ROOT, "lines of %s", e.getMessage()))
        .isEqualTo(1);
  }
}
