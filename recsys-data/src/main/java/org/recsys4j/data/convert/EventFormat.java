package org.recsys4j.data.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;

/** How events may be written. */
public enum EventFormat {
  /** {@code user,item,value,timestamp} with a header, quoted as RFC 4180 says. */
  CSV {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      DelimitedRows.writeCsv(rows, files.begin(out));
    }
  },
  /** The same, separated by tabs, without quotes. */
  TSV {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      DelimitedRows.writeTsv(rows, files.begin(out), "user\titem\tvalue\ttimestamp");
    }
  },
  /**
   * RecBole's atomic file {@code NAME.inter}, with what is known of each event; beside it {@code
   * NAME.item}, {@code NAME.user}, {@code NAME.net}, {@code NAME.kg} and {@code NAME.link}, where
   * items or users have attributes, users links, or items facts.
   */
  RECBOLE {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      AtomicFiles.writeEvents(rows, List.of(rows.attributes()), files.begin(out));
    }

    @Override
    void writeCatalogue(EventLog log, OutputFiles files, Path out) throws IOException {
      String name = out.getFileName().toString();
      String stem = name.endsWith(INTER) ? name.substring(0, name.length() - 6) : name;
      AtomicFiles.writeCatalogue(log.catalogue(), files, out.resolveSibling(stem));
    }
  },
  /** One row a user, {@code user item item ...}, numbers from 0, as in the LightGCN paper. */
  LIGHTGCN {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      NumberedRows.writeAdjacency(rows, files, out);
    }
  },
  /**
   * One row an event, {@code user item}, numbers from 1, users one after the other and each by
   * time, as in the SASRec paper.
   */
  SASREC {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      NumberedRows.writePairs(rows, files, out);
    }
  },
  /** One row an event, {@code value user:1 item:1}, numbers from 1, items behind the users. */
  LIBSVM {
    @Override
    void write(EventRows rows, OutputFiles files, Path out) throws IOException {
      NumberedRows.writeLibsvm(rows, files, out);
    }
  };

  private static final String INTER = ".inter";

  abstract void write(EventRows rows, OutputFiles files, Path out) throws IOException;

  /** Writes what is known of users and items, where the format has a place for it. */
  void writeCatalogue(EventLog log, OutputFiles files, Path out) throws IOException {}

  /**
   * Writes events.
   *
   * @param log the events
   * @param out the file; gzip if its name ends in {@code .gz}
   * @param force whether files may be replaced
   * @return the files that were written, {@code out} first
   * @throws InvalidDataException if a file is there and may not be replaced, or an id cannot be
   *     written in this format
   * @throws IOException if writing fails
   */
  public List<Path> write(EventLog log, Path out, boolean force) throws IOException {
    try (OutputFiles files = new OutputFiles(force)) {
      // Pairs are in the order of time, which grouping by user establishes.
      EventRows rows =
          this == SASREC
              ? EventRows.of(new Catalogue(log.users(), log.items()), log.toInteractions())
              : EventRows.of(log);
      write(rows, files, out);
      writeCatalogue(log, files, out);
      return files.commit();
    }
  }

  /**
   * The format that a name asks for by its ending.
   *
   * @param out the file
   * @return empty where the ending tells nothing
   */
  public static Optional<EventFormat> of(Path out) {
    String name = out.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) {
      return Optional.of(CSV);
    } else if (name.endsWith(".tsv")) {
      return Optional.of(TSV);
    } else if (name.endsWith(INTER)) {
      return Optional.of(RECBOLE);
    }
    return name.endsWith(".libsvm") || name.endsWith(".libfm")
        ? Optional.of(LIBSVM)
        : Optional.empty();
  }
}
