package org.recsys4j.data.split;

import java.io.IOException;
import java.nio.file.Path;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/** Writes and reads the lists of items that are ranked for each user of the test part. */
final class CandidateFile {
  private static final Column USER = new Column("user", 0);
  private static final Column ITEM = new Column("item", 1);

  private CandidateFile() {}

  static String write(Path file, Catalogue catalogue, CandidateLists lists) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field(USER.role()).field(ITEM.role());
      out.endRow();
      for (int user = 0; user < lists.users(); user++) {
        String id = catalogue.users().id(user);
        for (int position = lists.start(user); position < lists.end(user); position++) {
          out.field(id).field(catalogue.items().id(lists.item(position)));
          out.endRow();
        }
      }
      return out.finish();
    }
  }

  static CandidateLists read(Path file, Catalogue catalogue) throws IOException {
    CandidateLists.Builder lists = new CandidateLists.Builder();
    String name = file.toString();
    try (RowReader rows = RowReader.open(TextInput.of(file), TextFormat.TSV, Progress.SILENT)) {
      rows.forEach(
          BadRows.FAIL,
          warning -> {},
          row ->
              lists.add(
                  PartFile.index(name, row, USER, catalogue.users()),
                  PartFile.index(name, row, ITEM, catalogue.items())));
    }
    return lists.build(catalogue.users().size(), catalogue.items().size());
  }
}
