package org.recsys4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Query;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.models.linear.Ease;

/** The code in the README. {@link ReadmeTest} holds the two together. */
class ReadmeSnippetTest {
  @Test
  void printsWhatItsCommentSays() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      snippet();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("pot");
  }

  private static void snippet() {
    // README: begin
    Dataset data =
        Dataset.of(
            new EventLog.Builder(false) // events without times
                .add("ann", "tea", 1, 0)
                .add("ann", "cup", 1, 0)
                .add("bob", "tea", 1, 0)
                .add("bob", "cup", 1, 0)
                .add("bob", "pot", 1, 0)
                .add("cid", "hat", 1, 0)
                .build());
    TrainingData train = new TrainingData(data.catalogue(), data.interactions());
    try (Workers workers = new Workers(2)) {
      Recommender model =
          new Ease.Factory().fit(train, new Ease.Options(0.5), FitContext.of(42, workers));
      int ann = data.catalogue().users().indexOf("ann");
      Query query = Query.unseen(ann, data.interactions().history(ann), train.items(), 1);
      RankedItems best = model.recommend(query);
      System.out.println(data.catalogue().title(best.item(0))); // pot
    }
    // README: end
  }
}
