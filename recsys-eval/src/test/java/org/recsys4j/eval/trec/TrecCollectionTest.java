package org.recsys4j.eval.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.Metric;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.metric.Auc;
import org.recsys4j.eval.metric.Coverage;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.LimitedAuc;
import org.recsys4j.eval.metric.MeanAveragePrecision;
import org.recsys4j.eval.metric.Mrr;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.metric.NdcgLinear;
import org.recsys4j.eval.metric.NoOptions;
import org.recsys4j.eval.metric.Precision;
import org.recsys4j.eval.metric.Recall;
import org.recsys4j.eval.metric.beyond.AveragePopularity;

/** Values by hand, ties, masks, and files that are wrong. */
class TrecCollectionTest {
  private static final Cutoff FIVE = new Cutoff(5);
  private static final List<Metric> METRICS =
      List.of(
          new Ndcg().create(FIVE),
          new Recall().create(FIVE),
          new Precision().create(FIVE),
          new Mrr().create(FIVE),
          new MeanAveragePrecision().create(FIVE),
          new HitRate().create(FIVE),
          new Coverage().create(FIVE));

  /** The third user has no list; the fourth no relevant item; the fifth is not judged. */
  private static final String QRELS =
      """
      q1 0 d1 1
      q1 0 d4 2
      q1 0 d9 1
      q1 0 d2 0
      q2 0 d3 1
      q3 0 d1 1
      q4 0 d1 0
      """;

  private static final String RUN =
      """
      q2 Q0 d1 1 3.5 ours
      q1 Q0 d4 3 0.7 ours
      q1\tQ0\td1\t1\t0.9\tours
      q1 Q0 d2 2 0.8 ours
      q1 Q0 d5 4 0.6 ours
      q2 Q0 d3 2 2.5 ours
      q5 Q0 d7 1 1 ours
      """;

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private TrecCollection collection(String qrels, String train, String... runs) throws IOException {
    Path[] files = new Path[runs.length];
    for (int i = 0; i < runs.length; i++) {
      files[i] = file("run" + i, runs[i]);
    }
    Optional<Path> before = train.isEmpty() ? Optional.empty() : Optional.of(file("train", train));
    return TrecCollection.read(file("qrels", qrels), before, List.of(files));
  }

  private static void assertValue(TrecCollection.Result result, String label, double... users) {
    assertThat(result.perUser().get(label))
        .as(label)
        .usingComparatorWithPrecision(1e-7)
        .containsExactly(users);
    double sum = 0;
    for (double user : users) {
      sum += user;
    }
    assertThat(result.values().get(label)).isCloseTo(sum / users.length, within(1e-7));
  }

  /**
   * What {@code trec_eval -c -m ndcg_cut.5 -m recall.5 -m P.5 -m recip_rank -m success.5} prints
   * for a query is, by its definitions: q1 has hits at ranks 1 and 3 of three relevant documents,
   * DCG 1 + 1/2, ideal 1 + 1/log2(3) + 1/2 = 2.1309298; q2 one hit at rank 2; q3, without a list,
   * 0.
   */
  @Test
  void numbersByHand() throws IOException {
    TrecCollection collection = collection(QRELS, "", RUN);
    assertThat(collection.users()).containsExactly("q1", "q2", "q3");
    assertThat(collection.excluded()).isEqualTo(1);
    assertThat(collection.runs()).containsExactly("ours");

    TrecCollection.Result result = collection.evaluate("ours", METRICS, 1);

    assertValue(result, "nDCG@5", 1.5 / 2.1309298, 0.6309298, 0);
    assertValue(result, "Recall@5", 2 / 3.0, 1, 0);
    assertValue(result, "Precision@5", 2 / 5.0, 1 / 5.0, 0);
    assertValue(result, "MRR@5", 1, 1 / 2.0, 0);
    assertValue(result, "MAP@5", (1 + 2 / 3.0) / 3, 1 / 2.0, 0);
    assertValue(result, "HitRate@5", 1, 1, 0);
    // d1, d2, d3, d4, d5 of d1, d2, d3, d4, d5, d7, d9
    assertThat(result.values().get("Coverage@5")).isCloseTo(5 / 7.0, within(1e-12));
    assertThat(result.perUser().get("Coverage@5")).containsOnly(Double.NaN);
    assertThat(result.missing()).isEqualTo(1);
    assertThat(result.unjudged()).isEqualTo(1);
    assertThat(result.masked()).isZero();
  }

  /** Of two items with one score, one is relevant: it is at rank 1 or 2, each as likely. */
  @Test
  void equalScoresAreExpectations() throws IOException {
    String tied = "q Q0 a 1 2.0 t\nq Q0 b 2 2.0 t\nq Q0 c 3 -0.0 t\nq Q0 d 4 0.0 t\n";
    TrecCollection collection = collection("q 0 b 1\nq 0 d 1\n", "", tied);

    assertValue(collection.evaluate("t", METRICS, 1), "MRR@5", 3 / 4.0);
    Metric three = new Recall().create(new Cutoff(3));
    assertThat(collection.evaluate("t", List.of(three), 1).values().get("Recall@3"))
        .as("d is the third in half of the orders")
        .isEqualTo(3 / 4.0);
  }

  @Test
  void whatUsersHadBeforeDoesNotCount() throws IOException {
    String train = "user\titem\tvalue\nq1\td2\t1\nq1\td9\t1\nq3\td1\t1\nq 6\tnew%\t1\n";
    TrecCollection collection = collection(QRELS, train, RUN);

    assertThat(collection.users()).as("q3 has had what is relevant").containsExactly("q1", "q2");
    TrecCollection.Result result = collection.evaluate("ours", METRICS, 1);
    assertValue(result, "nDCG@5", 1, 0.6309298);
    assertThat(result.masked()).isEqualTo(1);
    assertThat(collection.items()).isEqualTo(8);
    TrecCollection judged =
        collection(QRELS, "q1 0 d2 1\nq1 0 d9 1\nq3 0 d1 1\nq%206 0 new%25 1\n", RUN);
    assertThat(judged.evaluate("ours", METRICS, 1).values()).isEqualTo(result.values());
  }

  @Test
  void gzipAndOrderOfRowsMakeNoDifference() throws IOException {
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      String reversed =
          RUN.lines().reduce((a, b) -> b + "\n" + a).orElseThrow().replace("ours", "theirs");
      out.write(reversed.getBytes(StandardCharsets.UTF_8));
    }
    Path plain = file("plain", RUN);
    TrecCollection both =
        TrecCollection.read(file("qrels", QRELS), Optional.empty(), List.of(plain, packed));
    assertThat(both.runs()).containsExactly("ours", "theirs");
    assertThat(both.evaluate("theirs", METRICS, 1).values())
        .isEqualTo(both.evaluate("ours", METRICS, 1).values());
    TrecCollection twins =
        TrecCollection.read(
            file("qrels", QRELS), Optional.empty(), List.of(plain, file("twin", RUN)));
    assertThat(twins.runs()).containsExactly(plain.toString(), folder.resolve("twin").toString());
  }

  @Test
  void mistakesAreToldWithFileAndLine() throws IOException {
    assertWrong(
        "u 0 a\n", RUN, "qrels:1: 3 fields, not 4 as in \"user 0 item relevance\": \"u 0 a\"");
    assertWrong("u 0 a 1\n\nu 0 b x\n", RUN, "qrels:3: relevance \"x\" is no whole number");
    assertWrong("u 0 a 1\nu 0 a 0\n", RUN, "qrels:2: item a of user u is judged twice");
    assertWrong("u 0 a 0\n", RUN, "qrels: nobody has a relevant item");
    assertWrong("\n", RUN, "qrels: no judgement in it");
    assertWrong(
        QRELS,
        "q Q0 a 1 0.5\n",
        "run0:1: 5 fields, not 6 as in \"user Q0 item rank score tag\": \"q Q0 a 1 0.5\"");
    assertWrong(QRELS, "q Q0 a 1 NaN t\n", "run0:1: score \"NaN\" is not finite");
    assertWrong(QRELS, "q Q0 a 1 much t\n", "run0:1: score \"much\" is no number");
    assertWrong(
        QRELS, "q Q0 a 1 2 t\nq Q0 a 2 1 t\n", "run0:2: item a is in the list of user q twice");
    assertWrong(QRELS, "", "run0: no list in it");
    assertThatThrownBy(() -> collection(QRELS, "u\ti\nu\n", RUN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith("train:2: no user and item, separated by a tab: \"u\"");
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'u', ' ', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> TrecCollection.read(latin, Optional.empty(), List.of()))
        .hasMessage(latin + ": is not UTF-8, after line 0");
    Path cut = Files.write(folder.resolve("cut"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> TrecCollection.read(cut, Optional.empty(), List.of()))
        .hasMessage(cut + ": gzip data are damaged, after line 0");
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> TrecCollection.read(nowhere, Optional.empty(), List.of()))
        .hasMessage(nowhere + ": no such file");
  }

  private void assertWrong(String qrels, String run, String end) {
    assertThatThrownBy(() -> collection(qrels, "", run))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith(end);
  }

  private static double value(TrecCollection collection, Metric metric) {
    return collection
        .evaluate("ours", List.of(metric), 1)
        .values()
        .getOrDefault(metric.label(), -1.0);
  }

  /**
   * Relevance is the gain: user q1 has 1 at rank 1 and 2 at rank 3, best is 2, 1, 1; q2 has 1 at
   * rank 2; q3 no list. As {@code ndcg_cut_5} of trec_eval.
   */
  @Test
  void judgementsMayBeGraded() throws IOException {
    double second = Math.log(2) / Math.log(3);
    double q1 = (1 + 2 / 2.0) / (2 + second + 1 / 2.0);
    assertThat(value(collection(QRELS, "", RUN), new NdcgLinear().create(FIVE)))
        .isCloseTo((q1 + second + 0) / 3, within(1e-12));
  }

  /** Eight items; q1 has d2 and d5 before d4, and d9 behind all of its list, in the middle. */
  @Test
  void candidatesAreTheItemsOfAllFilesButThoseHad() throws IOException {
    String train = "q1\td2\nq9\td8\n";
    Metric limited = new LimitedAuc().create(FIVE);
    TrecCollection.Result result =
        collection(QRELS, train, RUN).evaluate("ours", List.of(limited), 1);
    // q1: seven candidates, d1 at 1, d4 at 2, d9 in the mean at 5.5 of 4 to 7: 8.5 - 6 of 12 wrong.
    assertThat(result.perUser().get(limited.label())[0]).isCloseTo(1 - 2.5 / 12, within(1e-12));
  }

  @Test
  void whatUsersHadIsPopularityToo() throws IOException {
    Metric popularity = new AveragePopularity().create(new Cutoff(1));
    TrecCollection known = collection(QRELS, "q8\td1\nq9\td1\n", RUN);
    assertThat(value(known, popularity)).isEqualTo(2);
    assertThatThrownBy(() -> value(collection(QRELS, "", RUN), popularity))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("metric ARP@1 needs what users had before, which only --train tells");
    assertThatThrownBy(() -> value(known, new Auc().create(new NoOptions())))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "metric AUC needs the places of all items, which files of lists and judgements do not"
                + " tell");
  }
}
