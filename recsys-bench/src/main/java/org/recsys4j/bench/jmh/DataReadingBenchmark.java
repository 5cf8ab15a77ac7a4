package org.recsys4j.bench.jmh;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.source.Delimited;
import org.recsys4j.data.source.EventColumns;
import org.recsys4j.data.source.SideTables;
import org.recsys4j.data.source.Synthetic;
import org.recsys4j.data.store.BinaryDatasetStore;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TimeFormat;

/**
 * How long does it take to read events from a CSV file, and to open the file of the prepared data
 * set instead?
 *
 * <p>Ratings of 138,000 users and 27,000 items, as many as MovieLens-20M has, from the source
 * {@code synthetic}; rows of 30 characters. Divide the rows by the seconds for rows a second.
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main DataReading
 * }</pre>
 *
 * <p>3 GiB of heap, most of which making the data needs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class DataReadingBenchmark {
  /** How many events there are. */
  @Param({"1000000", "20000000"})
  public int rows;

  private final DatasetStore store = new BinaryDatasetStore();
  private Path csv = Path.of("");
  private Path binary = Path.of("");

  /** JMH makes the benchmark. */
  public DataReadingBenchmark() {}

  /**
   * Writes both files.
   *
   * @throws IOException if the folder for temporary files cannot be written
   */
  @Setup
  public void write() throws IOException {
    csv = Files.createTempFile("events", ".csv");
    binary = Files.createTempFile("events", ".dataset");
    EventLog log = new Synthetic().read(options(), ReadContext.SILENT);
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("userId,movieId,rating,timestamp\n");
      for (int row = 0; row < log.size(); row++) {
        out.write(log.users().id(log.user(row)) + ',' + log.items().id(log.item(row)) + ',');
        out.write(Float.toString(log.value(row)) + ',' + log.time(row) + '\n');
      }
    }
    store.write(Dataset.of(log), "", binary);
  }

  private Synthetic.Options options() {
    int days = 365;
    long start = 1_577_836_800;
    return new Synthetic.Options(
        138_000, 27_000, rows, 1, 0.5, 0, 0, 0, Synthetic.Values.RATINGS, 0.5, start, days, 1);
  }

  /**
   * Removes both files.
   *
   * @throws IOException if they cannot be removed
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(csv);
    Files.delete(binary);
  }

  /**
   * Reads the CSV file.
   *
   * @return its events
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public EventLog readCsv() throws IOException {
    EventColumns columns =
        new EventColumns("userId", "movieId", Optional.of("rating"), Optional.of("timestamp"));
    Delimited.Options options =
        new Delimited.Options(
            csv,
            Optional.empty(),
            Optional.empty(),
            ",",
            Optional.empty(),
            true,
            true,
            TextFormat.Encoding.UTF_8,
            columns,
            TimeFormat.SECONDS,
            List.of(),
            BadRows.FAIL,
            SideTables.NONE);
    return new Delimited().read(options, ReadContext.SILENT);
  }

  /**
   * Opens the file of the data set.
   *
   * @return what it holds
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public DatasetStore.Stored open() throws IOException {
    return store.read(binary);
  }
}
