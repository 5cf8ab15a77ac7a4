package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.Features;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.feature.EntityRows;
import org.recsys4j.api.feature.FeaturePipeline;
import org.recsys4j.api.store.ModelWriter;

/**
 * The features of an experiment, fitted on users and items with a training event and extracted for
 * all of them.
 *
 * @param items the extractors of items, empty where the experiment names none
 * @param users the extractors of users
 * @param matrices what models get
 */
record FittedFeatures(
    Optional<FeaturePipeline> items, Optional<FeaturePipeline> users, Features matrices) {
  private static final String ITEMS = "items";
  private static final String USERS = "users";
  private static final String CHECKSUM = "checksum";

  static FittedFeatures fit(ExperimentConfig.Features config, Split split, Progress progress) {
    Catalogue catalogue = split.catalogue();
    Side items =
        Side.of(
            config.items(),
            () -> EntityRows.ofItems(catalogue, split.train()),
            split.train().items(),
            progress,
            "features of items");
    Side users =
        Side.of(
            config.users(),
            () -> EntityRows.ofUsers(catalogue, split.train()),
            split.train().users(),
            progress,
            "features of users");
    return new FittedFeatures(
        items.pipeline, users.pipeline, new Features(users.matrix, items.matrix));
  }

  private record Side(Optional<FeaturePipeline> pipeline, FeatureMatrix matrix) {
    static Side of(
        List<ExperimentConfig.Extractor> extractors,
        Supplier<EntityRows> rowsOf,
        int size,
        Progress progress,
        String name) {
      if (extractors.isEmpty()) {
        return new Side(Optional.empty(), FeatureMatrix.none(size));
      }
      Progress.Task task = progress.start(name, -1, "");
      try {
        EntityRows rows = rowsOf.get();
        FeaturePipeline pipeline =
            FeaturePipeline.fit(
                extractors.stream().map(ExperimentConfig.Extractor::plugin).toList(),
                rows.training());
        return new Side(Optional.of(pipeline), pipeline.matrix(rows));
      } finally {
        task.close();
      }
    }
  }

  /** Saves the extractors, for rows of later days. */
  void write(RunDirectory run) {
    items.ifPresent(it -> run.write("features/items.npz", out -> save(it, out)));
    users.ifPresent(it -> run.write("features/users.npz", out -> save(it, out)));
  }

  private static void save(FeaturePipeline pipeline, OutputStream out) throws IOException {
    try (ModelWriter writer = new ModelWriter(new OpenStream(out))) {
      pipeline.save(writer);
    }
  }

  /** What the manifest says. */
  Map<String, @Nullable Object> tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    items.ifPresent(it -> tree.put(ITEMS, tree(matrices.items())));
    users.ifPresent(it -> tree.put(USERS, tree(matrices.users())));
    return tree;
  }

  private static Map<String, @Nullable Object> tree(FeatureMatrix matrix) {
    List<Map<String, @Nullable Object>> schema = new ArrayList<>();
    for (Feature feature : matrix.schema().features()) {
      Map<String, @Nullable Object> node = new LinkedHashMap<>();
      node.put("name", feature.name());
      node.put("kind", Options.word(feature.kind()));
      node.put("shape", feature.shape());
      node.put("cardinality", feature.cardinality());
      node.put("unknown", feature.unknown().isPresent() ? feature.unknown().getAsInt() : null);
      schema.add(node);
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("width", matrix.width());
    tree.put(CHECKSUM, matrix.checksum());
    tree.put("schema", schema);
    return tree;
  }

  /**
   * Refuses to go on with features other than those of the models which are finished.
   *
   * @throws UnusableRunException if a file that they are made of has changed
   */
  void requireSame(UnfinishedRun run) {
    JsonNode before = run.manifest().path("features");
    JsonNode now = Json.node(tree());
    for (String side : List.of(ITEMS, USERS)) {
      String expected = before.path(side).path(CHECKSUM).asText();
      if (!expected.equals(now.path(side).path(CHECKSUM).asText())) {
        throw new UnusableRunException(
            "the features of "
                + side
                + " are not those that "
                + run.folder()
                + " was begun with: a file that they are made of has changed");
      }
    }
  }
}
