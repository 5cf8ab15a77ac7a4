package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Query;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.UnknownUserException;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.plugin.UnknownNameException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/** A run directory, opened again. It reads the manifest at once, split and models when asked. */
public final class SavedRun {
  private final Path folder;
  private final String name;
  private final Plugins plugins;
  private final long tieSeed;
  private final Rules rules;
  private final Map<String, SavedModel> models;

  private record SavedModel(String name, Path file) {}

  private SavedRun(
      Path folder,
      String name,
      Plugins plugins,
      long tieSeed,
      Rules rules,
      Map<String, SavedModel> models) {
    this.folder = folder;
    this.name = name;
    this.plugins = plugins;
    this.tieSeed = tieSeed;
    this.rules = rules;
    this.models = models;
  }

  /**
   * Opens a run directory.
   *
   * @param folder what {@link ExperimentRunner} left
   * @param plugins the models' factories
   * @return the run
   * @throws UnusableRunException if it is no run directory
   */
  public static SavedRun open(Path folder, Plugins plugins) {
    JsonNode manifest = SavedManifest.read(folder);
    JsonNode evaluate = manifest.at("/configuration/experiment/evaluate");
    Rules rules =
        new Rules(
            constant(Mask.class, evaluate, "mask"),
            constant(HistoryPart.class, evaluate, "history"),
            constant(ColdItems.class, evaluate, "cold-items"),
            constant(ColdUsers.class, evaluate, "cold-users"));
    long tieSeed = manifest.at("/seeds/ties").asLong();
    String name = manifest.path("name").asText();
    return new SavedRun(folder, name, plugins, tieSeed, rules, models(folder, manifest));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String key) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> Options.word(it).equals(node.path(key).asText()))
        .findFirst()
        .orElseThrow(() -> new UnusableRunException("the manifest has no legal " + key));
  }

  private static Map<String, SavedModel> models(Path folder, JsonNode manifest) {
    Map<String, SavedModel> models = new LinkedHashMap<>();
    for (JsonNode node : manifest.path("models")) {
      String label = node.path("label").asText();
      // The folder's name is computed, not read, so that no manifest leads out of the run.
      Path file = folder.resolve("models").resolve(ModelFolder.of(label)).resolve("model.npz");
      if (Files.isRegularFile(file)) {
        models.put(label, new SavedModel(node.path("model").asText(), file));
      }
    }
    return models;
  }

  /**
   * The models that were fitted.
   *
   * @return their labels, in the order of the experiment
   */
  public List<String> labels() {
    return List.copyOf(models.keySet());
  }

  /**
   * The name of the experiment.
   *
   * @return letters, digits, dots, underscores and dashes
   */
  public String name() {
    return name;
  }

  /**
   * The parts on which the run learnt and was measured.
   *
   * @return the split, as it was saved
   * @throws InvalidDataException if a file of it is damaged
   */
  public Split split() {
    Path split = folder.resolve("split");
    try {
      return plugins.instance(SplitStore.class).read(split);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + split + ": " + IoReason.withFile(e), e);
    }
  }

  /**
   * The same with a test part of what counts alone: each pair of user and item that is relevant
   * under the protocol of the run, so that another tool which takes it for judgements comes to the
   * same numbers.
   *
   * @return the split, with fewer test events
   * @throws InvalidDataException if a file of it is damaged
   */
  public Split judged() {
    Split split = split();
    Protocol protocol = Protocol.test(split, rules);
    @Nullable ItemSet[] relevant = new ItemSet[split.train().users()];
    for (int row = 0; row < protocol.users(); row++) {
      relevant[protocol.user(row)] = ItemSet.of(split.train().items(), protocol.relevant(row));
    }
    boolean[] counts = new boolean[split.test().size()];
    for (int user = 0; user < relevant.length; user++) {
      for (int position = split.test().start(user); position < split.test().end(user); position++) {
        ItemSet items = relevant[user];
        counts[position] = items != null && items.contains(split.test().item(position));
      }
    }
    Interactions test = split.test().filter(position -> counts[position]);
    return new Split(
        split.catalogue(),
        split.train(),
        split.validation(),
        test,
        split.foldIn(),
        split.candidates());
  }

  /**
   * The lists that a model produced for the users of the test part, as a TREC run.
   *
   * @param label a model's label
   * @return a gzip file
   * @throws UnusableRunException if there is no such model
   */
  public Path lists(String label) {
    return saved(label).file().resolveSibling("run.trec.gz");
  }

  /**
   * Who was ranked against what.
   *
   * @param split the run's split
   * @return the protocol of the final numbers
   */
  public Protocol protocol(Split split) {
    return Protocol.test(split, rules);
  }

  /**
   * Recommends to a user of the run by its protocol: with the history that scoring saw at test
   * time, and out of the items that were candidates; items without training event are left out
   * unless the protocol scores them. For a user of the test part that is the list in {@code
   * run.trec.gz}, unless the run ranked samples: these are for measuring, and the recommendations
   * are out of all items.
   *
   * @param label a model's label
   * @param user external id of a user
   * @param n how many items, at least 1
   * @return at most n items, best first
   * @throws UnusableRunException if there is no such model or user
   * @throws InvalidDataException if a file of the run is damaged
   */
  public List<Recommendation> recommend(String label, String user, int n) {
    SavedModel saved = saved(label);
    Split split = split();
    Catalogue catalogue = split.catalogue();
    int index = catalogue.users().indexOf(user);
    if (index == IdIndex.UNKNOWN) {
      throw new UnusableRunException(
          String.format(
              Locale.ROOT,
              "no user \"%s\" in %s, which has %d users, among them %s",
              user,
              folder,
              catalogue.users().size(),
              catalogue.users().id(0)));
    }
    Recommender model = load(saved);
    RankedItems list = recommend(model, split, index, n);
    List<Recommendation> result = new ArrayList<>();
    for (int place = 0; place < list.size(); place++) {
      int item = list.item(place);
      result.add(
          new Recommendation(
              place + 1, catalogue.items().id(item), catalogue.title(item), list.score(place)));
    }
    return result;
  }

  private SavedModel saved(String label) {
    SavedModel saved = models.get(label);
    if (saved == null) {
      throw new UnusableRunException(
          String.format(
              Locale.ROOT,
              "no fitted model \"%s\" in %s; there are: %s",
              label,
              folder,
              String.join(", ", Nearest.first(label, models.keySet()))));
    }
    return saved;
  }

  private RankedItems recommend(Recommender model, Split split, int user, int n) {
    Rules choosing =
        rules.coldItems() == ColdItems.SCORE
            ? rules
            : new Rules(rules.mask(), rules.history(), ColdItems.REMOVE, rules.coldUsers());
    ItemSet all = ItemSet.all(split.train().items());
    ItemSet candidates = Protocol.of(split, Split.Part.TEST, choosing, all).candidates();
    UserHistory history = rules.histories(split).history(user);
    ItemSet excluded =
        ItemSet.of(
            candidates.universe(),
            rules.masked(split).stream().flatMapToInt(part -> items(part, user)).toArray());
    Recommender asked = split.isFoldedIn(user) ? new NewUserRecommender(model) : model;
    try {
      return asked.recommend(new Query(user, history, n, candidates, excluded, tieSeed));
    } catch (UnknownUserException e) {
      throw new UnusableRunException(String.valueOf(e.getMessage()));
    }
  }

  private static IntStream items(Interactions part, int user) {
    return IntStream.range(part.start(user), part.end(user)).map(part::item);
  }

  private Recommender load(SavedModel saved) {
    try (ModelReader reader = new ModelReader(saved.file())) {
      return plugins.recommenders().get(saved.name()).load(reader);
    } catch (UnknownNameException e) {
      throw new UnusableRunException(
          e.getMessage() + "; the model came from a plug-in: name its folder by --plugins");
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + saved.file() + ": " + IoReason.of(e), e);
    }
  }
}
