package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.eval.trec.TrecId;

/**
 * Lists in the run format of TREC: {@code user Q0 item rank score label}, ranks from 1.
 *
 * <p>Readers of the format sort by score on their own and break ties by item id. Where scores are
 * equal, the later one is therefore lowered to the next smaller float, so that everybody sees the
 * order in which the list would be shown. The format knows no quotes: white space and percent signs
 * in ids are written as in URLs, those in the label as underscores.
 */
final class TrecRun {
  private final OutputStream out;
  private final Catalogue catalogue;
  private final String tag;
  private final StringBuilder lines = new StringBuilder();

  TrecRun(OutputStream out, Catalogue catalogue, String label) {
    this.out = out;
    this.catalogue = catalogue;
    this.tag = label.replaceAll("\\s", "_");
  }

  void write(int user, RankedItems list) throws IOException {
    lines.setLength(0);
    String userId = TrecId.of(catalogue.users().id(user));
    float last = Float.POSITIVE_INFINITY;
    for (int place = 0; place < list.size(); place++) {
      last = Math.min(list.score(place), Math.nextDown(last));
      lines.append(userId).append(" Q0 ");
      lines.append(TrecId.of(catalogue.items().id(list.item(place))));
      lines.append(' ').append(place + 1).append(' ').append(last).append(' ');
      lines.append(tag).append('\n');
    }
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
