package org.recsys4j.data.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;

/** How a split may be written for other tools. */
public enum SplitFormat {
  /**
   * RecBole's benchmark files {@code NAME.train.inter}, {@code NAME.valid.inter}, {@code
   * NAME.test.inter}, for {@code benchmark_filename: [train, valid, test]}, with the tables and
   * graphs of {@link EventFormat#RECBOLE}. RecBole has no name for events to fold in; they are in
   * {@code NAME.fold-in.inter}.
   */
  RECBOLE {
    @Override
    void write(Split split, String name, OutputFiles files, Path folder) throws IOException {
      writePart(split, split.train(), files, folder.resolve(name + ".train.inter"));
      writePart(split, split.validation(), files, folder.resolve(name + ".valid.inter"));
      writePart(split, split.test(), files, folder.resolve(name + ".test.inter"));
      writePart(split, split.foldIn(), files, folder.resolve(name + ".fold-in.inter"));
      AtomicFiles.writeCatalogue(split.catalogue(), files, folder.resolve(name));
    }

    private void writePart(Split split, Interactions part, OutputFiles files, Path file)
        throws IOException {
      if (part.size() > 0) {
        List<EventAttributes> all =
            Stream.of(split.train(), split.validation(), split.test(), split.foldIn())
                .filter(it -> it.size() > 0)
                .map(Interactions::attributes)
                .toList();
        AtomicFiles.writeEvents(EventRows.of(split.catalogue(), part), all, files.begin(file));
      }
    }
  },
  /**
   * Judgements for {@code trec_eval}: {@code NAME.valid.qrels} and {@code NAME.test.qrels} with
   * rows {@code user 0 item 1}, each pair once; the other parts as in {@link #TSV}. White space and
   * {@code %} in ids are written as in URLs, as they are in the lists that a run leaves.
   */
  TREC {
    @Override
    void write(Split split, String name, OutputFiles files, Path folder) throws IOException {
      Catalogue catalogue = split.catalogue();
      writeTable(catalogue, split.train(), files, folder.resolve(name + ".train.tsv"));
      writeTable(catalogue, split.foldIn(), files, folder.resolve(name + ".fold-in.tsv"));
      writeJudgements(catalogue, split.validation(), files, folder.resolve(name + ".valid.qrels"));
      writeJudgements(catalogue, split.test(), files, folder.resolve(name + ".test.qrels"));
    }

    private void writeJudgements(
        Catalogue catalogue, Interactions part, OutputFiles files, Path file) throws IOException {
      if (part.size() == 0) {
        return;
      }
      TextOutput out = files.begin(file);
      for (int user = 0; user < part.users(); user++) {
        for (int item : part.distinctItems(user)) {
          out.write(word(catalogue.users(), user) + " 0 ");
          out.write(word(catalogue.items(), item) + " 1\n");
        }
      }
    }

    private String word(IdIndex ids, int index) {
      return TrecWord.of(ids.id(index));
    }
  },
  /**
   * {@code NAME.train.tsv}, {@code NAME.valid.tsv}, {@code NAME.test.tsv} with a header, and {@code
   * NAME.fold-in.tsv} where held-out users have events to fold in.
   */
  TSV {
    @Override
    void write(Split split, String name, OutputFiles files, Path folder) throws IOException {
      Catalogue catalogue = split.catalogue();
      writeTable(catalogue, split.train(), files, folder.resolve(name + ".train.tsv"));
      writeTable(catalogue, split.validation(), files, folder.resolve(name + ".valid.tsv"));
      writeTable(catalogue, split.test(), files, folder.resolve(name + ".test.tsv"));
      writeTable(catalogue, split.foldIn(), files, folder.resolve(name + ".fold-in.tsv"));
    }
  };

  private static final String COLUMNS = "user\titem\tvalue\ttimestamp";

  private static void writeTable(
      Catalogue catalogue, Interactions part, OutputFiles files, Path file) throws IOException {
    if (part.size() > 0) {
      DelimitedRows.writeTsv(EventRows.of(catalogue, part), files.begin(file), COLUMNS);
    }
  }

  abstract void write(Split split, String name, OutputFiles files, Path folder) throws IOException;

  /**
   * Writes a split; a part without events leaves no file.
   *
   * @param split the parts
   * @param name what the names of files begin with
   * @param folder where to, made if it is missing
   * @param force whether files may be replaced
   * @return the files that were written
   * @throws InvalidDataException if a file is there and may not be replaced, or an id cannot be
   *     written in this format
   * @throws IOException if writing fails
   */
  public List<Path> write(Split split, String name, Path folder, boolean force) throws IOException {
    Files.createDirectories(folder);
    try (OutputFiles files = new OutputFiles(force)) {
      write(split, name, files, folder);
      return files.commit();
    }
  }
}
