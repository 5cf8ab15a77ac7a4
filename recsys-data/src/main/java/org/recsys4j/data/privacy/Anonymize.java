package org.recsys4j.data.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.random.SeedTree;

/**
 * Replaces ids by keyed hashes, drops columns and coarsens times. Events, their values and their
 * order stay, and so do all metrics but those that need the dropped columns. With the same key,
 * different data sets get the same names, so that they can still be joined.
 *
 * <p>The key is read from a file or an environment variable; neither it nor anything computed from
 * it alone enters a file. Holds a second copy of the events. Links between users go along under new
 * names; facts about items, whose entities would give items away, only where items keep their ids.
 *
 * <p>The order of users and items is that of their first events in the source, which whoever has
 * the source knows. Read the package's words on what this protects from.
 */
public final class Anonymize implements Preparation<Anonymize.Options> {
  private static final String USER = "user";
  private static final String ITEM = "item";
  private static final long HOUR_SECONDS = 3_600;
  private static final long DAY_SECONDS = 86_400;

  private final Function<String, Optional<String>> environment;

  /** The preparation. */
  public Anonymize() {
    this(name -> Optional.ofNullable(System.getenv(name)));
  }

  Anonymize(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** Whose ids are replaced. */
  public enum Ids {
    /** Those of users. */
    USERS,
    /** Those of items. */
    ITEMS,
    /** All. */
    BOTH
  }

  /** How times are cut. */
  public enum Times {
    /** Not at all. */
    EXACT,
    /** To the beginning of the hour, UTC. */
    HOUR,
    /** To the beginning of the day, UTC. */
    DAY;

    private long cut(long second) {
      return switch (this) {
        case EXACT -> second;
        case HOUR -> Math.floorDiv(second, HOUR_SECONDS) * HOUR_SECONDS;
        case DAY -> Math.floorDiv(second, DAY_SECONDS) * DAY_SECONDS;
      };
    }
  }

  /**
   * The parameters.
   *
   * @param keyFile the file that holds the key; the environment variable where there is none
   * @param keyVariable the environment variable that holds the key, 16 bytes or more
   * @param ids whose ids are replaced
   * @param drop attributes, of users or items, that are left out
   * @param times how times are cut
   */
  public record Options(
      Optional<Path> keyFile, String keyVariable, Ids ids, List<String> drop, Times times) {
    /** Copies the list. */
    public Options {
      Check.components(Options.class, keyFile, keyVariable, ids, drop, times);
      Check.notBlank("keyVariable", keyVariable);
      drop = List.copyOf(drop);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "replaces ids by keyed hashes, drops columns, coarsens times";
  }

  @Override
  public String reference() {
    return "Hugo Krawczyk, Mihir Bellare and Ran Canetti, \"HMAC: Keyed-Hashing for Message"
        + " Authentication\", RFC 2104, 1997";
  }

  /**
   * Anonymises.
   *
   * @throws InvalidDataException if there is no key of 16 bytes or more, or no column of a name
   */
  /** The key may stand in the environment, and what it made is not to lie about. */
  @Override
  public boolean readsFilesAlone() {
    return false;
  }

  @Override
  public EventLog prepare(EventLog log, Options options, SeedTree seeds) {
    Pseudonyms names =
        new Pseudonyms(SecretKey.read(options.keyFile(), options.keyVariable(), environment));
    UnaryOperator<String> user = options.ids() == Ids.ITEMS ? id -> id : id -> names.of(USER, id);
    UnaryOperator<String> item = options.ids() == Ids.USERS ? id -> id : id -> names.of(ITEM, id);
    refuseUnknown(log, options.drop());
    EventAttributes attributes = log.attributes().without(options.drop());
    EventLog.Builder copy = new EventLog.Builder(log.hasTimes()).columns(attributes.columns());
    rename(log.users(), copy.users(), user);
    rename(log.items(), copy.items(), item);
    for (int row = 0; row < log.size(); row++) {
      if (log.given().parts().isPresent()) {
        copy.part(log.given().parts().get().part(row));
      }
      long time = log.hasTimes() ? options.times().cut(log.time(row)) : 0;
      copy.add(log.user(row), log.item(row), log.value(row), time);
      for (int column = 0; column < attributes.columns().size(); column++) {
        copy.cell(column, attributes.texts(column).id(attributes.code(row, column)));
      }
    }
    log.given().candidates().ifPresent(lists -> addAll(lists, copy));
    boolean itemsStay = options.ids() == Ids.USERS; // entities would give them away
    copy.graphs(
        rename(log.catalogue().social(), user),
        itemsStay ? log.catalogue().knowledge() : KnowledgeGraph.NONE);
    return copy.attributes(
            rename(log.userAttributes(), user, options.drop()),
            rename(log.itemAttributes(), item, options.drop()))
        .build();
  }

  private static void refuseUnknown(EventLog log, List<String> columns) {
    List<String> known = new ArrayList<>(log.userAttributes().columns());
    known.addAll(log.itemAttributes().columns());
    known.addAll(log.attributes().columns());
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new InvalidDataException(
            "anonymize: no column \"" + column + "\" to drop; there are: " + known);
      }
    }
  }

  private static SocialGraph rename(SocialGraph graph, UnaryOperator<String> user) {
    SocialGraph.Builder renamed = new SocialGraph.Builder();
    for (int node = 0; node < graph.nodes().size(); node++) {
      String id = user.apply(graph.nodes().id(node));
      for (int link = graph.start(node); link < graph.end(node); link++) {
        renamed.add(id, user.apply(graph.nodes().id(graph.target(link))), graph.weight(link));
      }
    }
    return renamed.build();
  }

  private static void rename(IdIndex ids, IdIndex.Builder copy, UnaryOperator<String> name) {
    for (int index = 0; index < ids.size(); index++) {
      copy.add(name.apply(ids.id(index)));
    }
  }

  private static void addAll(CandidateLists lists, EventLog.Builder copy) {
    for (int user = 0; user < lists.users(); user++) {
      for (int position = lists.start(user); position < lists.end(user); position++) {
        copy.candidate(user, lists.item(position));
      }
    }
  }

  private static Attributes rename(
      Attributes attributes, UnaryOperator<String> name, List<String> drop) {
    List<String> columns =
        attributes.columns().stream().filter(column -> !drop.contains(column)).toList();
    Attributes.Builder copy = new Attributes.Builder(columns);
    for (String id : attributes.ids()) {
      copy.add(
          name.apply(id),
          columns.stream().map(column -> attributes.value(id, column).orElse("")).toList());
    }
    return copy.build();
  }
}
