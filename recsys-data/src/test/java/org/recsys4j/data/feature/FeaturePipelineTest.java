package org.recsys4j.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.feature.EntityRows;
import org.recsys4j.api.feature.FeaturePipeline;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.Options;

class FeaturePipelineTest {
  /** Items 0 to 2 have training events; 3 has none. */
  private static final Interactions TRAIN =
      SmallData.of(2, 4, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 2}, new int[] {1, 0});

  private static Catalogue catalogue(String... cells) {
    Attributes.Builder items = new Attributes.Builder(List.of("price", "genres", "title"));
    for (int item = 0; item < 4; item++) {
      items.add("i" + item, List.of(cells[item].split(",", -1)));
    }
    return new Catalogue(
        IdIndex.of(List.of("u0", "u1")),
        IdIndex.of(List.of("i0", "i1", "i2", "i3")),
        Attributes.NONE,
        items.build());
  }

  private static final Catalogue GOODS =
      catalogue("1,Drama,green tea", "3,Drama|War,black tea", "8,War,milk", "100,Western,rum");

  private static Configured<FeatureExtractorFactory<?>> use(String name, String options) {
    return Options.plugins().configured(PluginKind.EXTRACTOR, name, options);
  }

  private static Configured<FeatureExtractorFactory<?>> labelled(
      String label, Configured<FeatureExtractorFactory<?>> use) {
    return new Configured<>(label, use.name(), use.plugin(), use.options());
  }

  private static FeaturePipeline fit(
      Catalogue catalogue, List<Configured<FeatureExtractorFactory<?>>> uses) {
    return FeaturePipeline.fit(uses, EntityRows.ofItems(catalogue, TRAIN).training());
  }

  private static List<Configured<FeatureExtractorFactory<?>>> everything() {
    return List.of(
        use("numeric", "column = price, missing = median, clip-upper = 0.9, indicator = true"),
        use("bucketize", "column = price, buckets = 2"),
        use("categorical", "column = title"),
        use("multi-hot", "column = genres"),
        use("crossed", "columns = [genres, title], minimum-count = 1"),
        use("text-tfidf", "columns = [title], minimum-count = 1"),
        use("text-sequence", "columns = [title], minimum-count = 1, length = 3"),
        use("statistics", ""),
        use("sequence", "length = 2"),
        use("clip", ""),
        use("scale", "method = robust"),
        use("select", "method = variance"));
  }

  private static byte[] saved(FeaturePipeline pipeline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ModelWriter out = new ModelWriter(bytes)) {
      pipeline.save(out);
    }
    return bytes.toByteArray();
  }

  /** Whatever the attributes of an item without training event say, and that it is there at all. */
  @Test
  void whatIsNotInTheTrainingPartTeachesNothing() throws IOException {
    byte[] expected = saved(fit(GOODS, everything()));
    for (String other : List.of("-1e9,Musical|Drama,green rum", ",,", "5,War,tea tea tea")) {
      Catalogue changed =
          catalogue("1,Drama,green tea", "3,Drama|War,black tea", "8,War,milk", other);
      assertThat(saved(fit(changed, everything()))).as(other).isEqualTo(expected);
    }
    Catalogue training =
        catalogue("2,Drama,green tea", "3,Drama|War,black tea", "8,War,milk", "100,Western,rum");
    assertThat(saved(fit(training, everything()))).isNotEqualTo(expected);
  }

  @Test
  void stepsReplaceWhatStandsBeforeThem() {
    FeaturePipeline pipeline =
        fit(
            GOODS,
            List.of(
                use("numeric", "column = price, scale = none"),
                use("scale", "method = min-max"),
                use("multi-hot", "column = genres")));
    FeatureMatrix items = pipeline.matrix(EntityRows.ofItems(GOODS, TRAIN));

    assertThat(pipeline.schema().features())
        .extracting(Feature::name)
        .containsExactly("price", "genres");
    assertThat(row(items, 0)).containsExactly(0, 0, 1, 0);
    assertThat(row(items, 2)).containsExactly(1, 0, 0, 1);
    assertThat(row(items, 3)).containsExactly(99 / 7f, 1, 0, 0);
  }

  private static float[] row(FeatureMatrix matrix, int row) {
    float[] numbers = new float[matrix.width()];
    matrix.copyRow(row, numbers, 0);
    return numbers;
  }

  /** Item 1 has no price, so that it counts neither for the genres nor as known. */
  @Test
  void droppedRowsTeachNothingBehind() {
    Catalogue gap = catalogue("1,Drama,a", ",Musical,b", "3,War,c", "5,Drama,d");
    FeaturePipeline pipeline =
        fit(
            gap,
            List.of(
                use("numeric", "column = price, missing = drop, scale = none"),
                use("multi-hot", "column = genres")));
    FeatureMatrix items = pipeline.matrix(EntityRows.ofItems(gap, TRAIN));

    assertThat(pipeline.schema().width()).isEqualTo(4); // price, unknown, Drama, War
    assertThat(items.isKnown(1)).isFalse();
    assertThat(row(items, 1)).containsOnly(0);
    assertThat(items.isKnown(3)).isTrue();
    assertThat(row(items, 3)).containsExactly(5, 0, 1, 0);
  }

  @Test
  void labelsNameFeaturesAndTellThemApart() {
    List<Configured<FeatureExtractorFactory<?>>> uses = new ArrayList<>();
    uses.add(use("numeric", "column = price"));
    uses.add(labelled("raw", use("numeric", "column = price, scale = none")));
    uses.add(labelled("both", use("numeric", "column = price, indicator = true")));
    assertThat(fit(GOODS, uses).schema().features())
        .extracting(Feature::name)
        .containsExactly("price", "raw", "both.price", "both.price.missing");

    uses.add(use("numeric", "column = price"));
    assertThatThrownBy(() -> fit(GOODS, uses))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("two features \"price\"; give one of them a label of its own");
  }

  @Test
  void aLoadedPipelineExtractsTheSame(@TempDir Path folder) throws IOException {
    FeaturePipeline pipeline = fit(GOODS, everything());
    Path file = Files.write(folder.resolve("items.npz"), saved(pipeline));
    try (ModelReader in = new ModelReader(file)) {
      FeaturePipeline loaded = FeaturePipeline.load(in, Options.plugins().extractors());
      EntityRows rows = EntityRows.ofItems(GOODS, TRAIN);
      assertThat(loaded.matrix(rows)).isEqualTo(pipeline.matrix(rows));
      assertThat(loaded.matrix(rows).checksum()).isEqualTo(pipeline.matrix(rows).checksum());
    }
  }

  @Test
  void rowsOfItemsHoldTheirUsers() {
    EntityRows items = EntityRows.ofItems(GOODS, TRAIN);
    assertThat(items).hasSize(4);
    assertThat(items.training()).hasSize(3);
    assertThat(items.get(0).events().size()).isEqualTo(2);
    assertThat(items.get(0).events().item(1)).isEqualTo(1);
    EntityRows users = EntityRows.ofUsers(GOODS, TRAIN);
    assertThat(users.get(1).events().item(0)).isEqualTo(2);
  }
}
