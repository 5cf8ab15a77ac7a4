package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.split.TsvSplitStore;

/**
 * The split of an earlier run, or one that another program wrote in the same form: with the split
 * {@code given}, models are compared on the very same parts, fold-in events included, and with the
 * candidates {@code given}, on the same lists. The files are verified by their checksums.
 *
 * <p>Events that the split left out, and users and items without any other, are not there.
 */
public final class SavedSplit implements DatasetSource<SavedSplit.Options> {
  /** The source. */
  public SavedSplit() {}

  /**
   * The parameters.
   *
   * @param folder the folder {@code split} of a run
   */
  public record Options(Path folder) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, folder);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the split of an earlier run, from its folder; tells the parts and the candidates";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    Split split = new TsvSplitStore().read(new DataFolder(options.folder()).folder());
    boolean times =
        Stream.of(split.train(), split.validation(), split.test(), split.foldIn())
            .allMatch(part -> part.size() == 0 || part.hasTimes());
    EventLog.Builder log = new EventLog.Builder(times);
    index(split, log);
    add(split.train(), split.catalogue(), log.part(Part.TRAIN), times);
    add(split.validation(), split.catalogue(), log.part(Part.VALIDATION), times);
    add(split.test(), split.catalogue(), log.part(Part.TEST), times);
    add(split.foldIn(), split.catalogue(), log.part(Part.FOLD_IN), times);
    split.candidates().ifPresent(lists -> add(lists, split.catalogue(), log));
    Catalogue catalogue = split.catalogue();
    return log.attributes(catalogue.userAttributes(), catalogue.itemAttributes()).build();
  }

  /**
   * Gives users and items the order that they have in the split, without those that it left out.
   */
  private static void index(Split split, EventLog.Builder log) {
    Interactions train = split.train();
    boolean[] users = new boolean[train.users()];
    boolean[] items = new boolean[train.items()];
    for (Interactions part :
        new Interactions[] {train, split.validation(), split.test(), split.foldIn()}) {
      for (int user = 0; user < users.length; user++) {
        users[user] |= part.count(user) > 0;
      }
      for (int position = 0; position < part.size(); position++) {
        items[part.item(position)] = true;
      }
    }
    split.candidates().ifPresent(lists -> lists.union().forEach(item -> items[item] = true));
    for (int user = 0; user < users.length; user++) {
      if (users[user]) {
        log.users().add(split.catalogue().users().id(user));
      }
    }
    for (int item = 0; item < items.length; item++) {
      if (items[item]) {
        log.items().add(split.catalogue().items().id(item));
      }
    }
  }

  private static void add(
      Interactions part, Catalogue catalogue, EventLog.Builder log, boolean times) {
    for (int user = 0; user < part.users(); user++) {
      for (int position = part.start(user); position < part.end(user); position++) {
        log.add(
            catalogue.users().id(user),
            catalogue.items().id(part.item(position)),
            part.value(position),
            times ? part.time(position) : 0);
      }
    }
  }

  private static void add(CandidateLists lists, Catalogue catalogue, EventLog.Builder log) {
    for (int user = 0; user < lists.users(); user++) {
      for (int position = lists.start(user); position < lists.end(user); position++) {
        log.candidate(
            log.users().add(catalogue.users().id(user)),
            log.items().add(catalogue.items().id(lists.item(position))));
      }
    }
  }
}
