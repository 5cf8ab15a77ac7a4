package org.recsys4j.eval.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recsys4j.eval.protocol.MetricResult;
import org.recsys4j.eval.protocol.Protocol;

/**
 * The numbers of every evaluated user: a column {@code user} with external ids, then one a metric.
 * Metrics that only lists together have, such as coverage, have no column.
 */
final class PerUserTable {
  /** The file's name in the folder of a model. */
  static final String FILE = "per-user.csv.gz";

  private PerUserTable() {}

  static void write(OutputStream out, Protocol protocol, Map<String, MetricResult> metrics)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("user"));
    List<MetricResult> columns = new ArrayList<>();
    metrics.forEach(
        (key, metric) -> {
          if (metric.hasPerUser()) {
            header.add(key);
            columns.add(metric);
          }
        });
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(header);
    String[] row = new String[header.size()];
    for (int i = 0; i < protocol.users(); i++) {
      row[0] = protocol.catalogue().users().id(protocol.user(i));
      for (int column = 0; column < columns.size(); column++) {
        row[column + 1] = Double.toString(columns.get(column).perUser(i));
      }
      csv.writeRecord(row);
    }
    csv.flush();
  }
}
