package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.eval.metric.beyond.ItemUsers;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/** Two users, five items; anna is to find b and c, ben is to find e, which nobody had before. */
class HitsTest {
  @TempDir Path folder;

  private static Split split() {
    EventLog.Builder log = new EventLog.Builder(true);
    log.add("anna", "a", 1, 1).add("anna", "d", 1, 2).add("anna", "b", 1, 8).add("anna", "c", 1, 9);
    log.add("ben", "a", 1, 1).add("ben", "b", 1, 2).add("ben", "c", 1, 3).add("ben", "e", 1, 9);
    Dataset dataset = Dataset.of(log.build());
    return Split.assign(dataset, p -> dataset.interactions().time(p) < 5 ? Part.TRAIN : Part.TEST);
  }

  private static Protocol protocol(Split split) {
    return Protocol.test(
        split, new Rules(Mask.TRAIN, HistoryPart.TRAIN, ColdItems.SCORE, ColdUsers.KEEP));
  }

  private ShownLists lists(Split split, String... rows) throws IOException {
    Path file = folder.resolve("run.trec.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return ShownLists.read(file, split.catalogue());
  }

  private ShownLists lists(Split split) throws IOException {
    return lists(
        split,
        "anna Q0 e 1 3.0 x",
        "anna Q0 b 2 2.0 x",
        "anna Q0 c 3 1.0 x",
        "ben Q0 d 1 2.0 x",
        "ben Q0 e 2 1.0 x");
  }

  @Test
  void recallAndNdcgByHand() throws IOException {
    Split split = split();
    Hits hits = new Hits(protocol(split), lists(split), 3);

    assertThat(Hits.cutoffs(3)).containsExactly(1, 2, 3);
    assertThat(hits.recall(Hits.cutoffs(3)))
        .containsExactly(new double[] {0, (0.5 + 1) / 2, 1}, within(1e-12));
    double second = Math.log(2) / Math.log(3);
    assertThat(hits.ndcg(Hits.cutoffs(3)))
        .containsExactly(
            new double[] {
              0, (second / (1 + second) + second) / 2, ((second + 0.5) / (1 + second) + second) / 2
            },
            within(1e-12));
  }

  @Test
  void whatIsShownAltogether() throws IOException {
    Split split = split();
    Hits hits = new Hits(protocol(split), lists(split), 3);

    assertThat(hits.coverage(1)).isEqualTo(2 / 5.0);
    assertThat(hits.coverage(10)).isEqualTo(4 / 5.0);
    // e 0, b 1, c 1 for anna; d 1, e 0 for ben
    assertThat(hits.popularity(10, split.train().itemCounts())).isEqualTo(3 / 5.0);
  }

  /** Nobody had e; b and c were had by ben alone. */
  @Test
  void howDifferentTheItemsOfAListAre() throws IOException {
    Split split = split();
    Hits hits = new Hits(protocol(split), lists(split), 3);
    ItemUsers itemUsers = ItemUsers.of(split.train());

    assertThat(itemUsers.distance(item(split, "a"), item(split, "b")))
        .isEqualTo(1 - 1 / Math.sqrt(2), within(1e-12));
    assertThat(hits.diversity(3, itemUsers, 10)).isEqualTo((2 / 3.0 + 1) / 2, within(1e-12));
    assertThat(hits.diversity(3, itemUsers, 1)).isEqualTo(2 / 3.0, within(1e-12)); // anna alone
    assertThat(hits.diversity(1, itemUsers, 10)).isNaN();
  }

  private static int item(Split split, String id) {
    return split.catalogue().items().indexOf(id);
  }

  @Test
  void itemsFallIntoThirdsOfTheEvents() throws IOException {
    Split split = split();
    ItemGroups groups = ItemGroups.of(new int[] {4, 1, 2, 0, 2});
    assertThat(groups.groupOf()).containsExactly(0, 2, 1, 3, 2);
    assertThat(groups.names())
        .containsExactly("head (1 items)", "middle (1 items)", "tail (2 items)", "cold (1 items)");

    int[] events = split.train().itemCounts(); // a 2, d 1, b 1, c 1, e 0
    ItemGroups ours = ItemGroups.of(events);
    double[] recall =
        new Hits(protocol(split), lists(split), 3).recallByItemGroup(ours.groupOf(), 4);
    assertThat(recall[3]).isEqualTo(1); // e
    assertThat(recall[0]).isNaN(); // nobody is to find a
  }

  @Test
  void usersFallIntoGroupsOfEqualActivity() throws IOException {
    Split split = split();
    UserGroups groups = UserGroups.of(split, protocol(split));
    assertThat(groups.names()).containsExactly("1 to 2 (1 users)", "3 (1 users)");

    double second = Math.log(2) / Math.log(3);
    double[] means = groups.ndcg(new Hits(protocol(split), lists(split), 3), 3);
    assertThat(means)
        .containsExactly(new double[] {(second + 0.5) / (1 + second), second}, within(1e-12));
  }

  @Test
  void aListOfUnknownItemsIsNamedByItsLine() {
    Split split = split();
    for (String wrong : List.of("anna Q0 z 2 1.0 x", "anna Q0 b 2", "zoe Q0 b 1 1.0 x")) {
      assertThatThrownBy(() -> lists(split, "anna Q0 e 1 3.0 x", wrong))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage(folder.resolve("run.trec.gz") + ":2: is no entry of a list");
    }
  }
}
