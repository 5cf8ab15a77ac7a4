package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Files beside the one with events, of the same format: what is known of users and of items, who is
 * linked with whom, and facts about items.
 *
 * @param usersFile a file with one row a user and a header, all other columns of which become
 *     attributes of their names
 * @param usersId its column of ids
 * @param itemsFile a file with one row an item
 * @param itemsId its column of ids
 * @param itemsTitle its column of titles; with a header, all other columns become attributes of
 *     their names
 * @param linksFile a file with one row a link: trust, friendship, followers
 * @param linkColumns its columns
 * @param factsFile a file with one row a fact; an entity is the item of the same id
 * @param factColumns its columns
 */
public record SideTables(
    Optional<Path> usersFile,
    String usersId,
    Optional<Path> itemsFile,
    String itemsId,
    String itemsTitle,
    Optional<Path> linksFile,
    LinkColumns linkColumns,
    Optional<Path> factsFile,
    FactColumns factColumns) {
  /** No such files. */
  public static final SideTables NONE =
      new SideTables(
          Optional.empty(),
          "user",
          Optional.empty(),
          "item",
          "title",
          Optional.empty(),
          new LinkColumns("1", "2", Optional.empty()),
          Optional.empty(),
          new FactColumns("1", "2", "3"));

  /** Refuses nulls. */
  public SideTables {
    Check.components(
        SideTables.class,
        usersFile,
        usersId,
        itemsFile,
        itemsId,
        itemsTitle,
        linksFile,
        linkColumns,
        factsFile,
        factColumns);
  }

  /**
   * Where in a row a link stands.
   *
   * @param from the user who trusts, follows, is a friend
   * @param to the other user
   * @param weight how strong it is; without such a column, every link has the weight 1
   */
  public record LinkColumns(String from, String to, Optional<String> weight) {
    /** Refuses nulls. */
    public LinkColumns {
      Check.components(LinkColumns.class, from, to, weight);
    }
  }

  /**
   * Where in a row a fact stands.
   *
   * @param head the entity that it is about
   * @param relation its kind
   * @param tail the entity that it names
   */
  public record FactColumns(String head, String relation, String tail) {
    /** Refuses nulls. */
    public FactColumns {
      Check.components(FactColumns.class, head, relation, tail);
    }
  }

  /** Without a header, columns are numbers, and attributes would have no names. */
  void checkWithoutHeader() {
    Check.argument(
        usersFile.isEmpty(),
        "usersFile",
        usersFile.map(Path::toString).orElse(""),
        "a table with a header, whose columns become attributes of their names");
    if (itemsFile.isPresent()) {
      EventColumns.checkNumbers("itemsId", List.of(itemsId));
      EventColumns.checkNumbers("itemsTitle", List.of(itemsTitle));
    }
    if (linksFile.isPresent()) {
      EventColumns.checkNumbers(
          "linkColumns",
          Stream.concat(
                  Stream.of(linkColumns.from(), linkColumns.to()), linkColumns.weight().stream())
              .toList());
    }
    if (factsFile.isPresent()) {
      EventColumns.checkNumbers(
          "factColumns", List.of(factColumns.head(), factColumns.relation(), factColumns.tail()));
    }
  }

  /** Reads what there is, after the events. */
  void read(EventLog.Builder log, TextFormat format, BadRows badRows, ReadContext context)
      throws IOException {
    Reading reading = new Reading(format, badRows, context);
    Attributes users = reading.attributes(usersFile, usersId, Optional.empty());
    Attributes items = reading.attributes(itemsFile, itemsId, Optional.of(itemsTitle));
    log.attributes(users, items).graphs(links(reading), facts(reading, log.items()));
  }

  private SocialGraph links(Reading reading) throws IOException {
    SocialGraph.Builder graph = new SocialGraph.Builder();
    if (linksFile.isPresent()) {
      reading
          .graph(linksFile.get())
          .addLinks(graph, linkColumns.from(), linkColumns.to(), linkColumns.weight());
    }
    return graph.build();
  }

  private KnowledgeGraph facts(Reading reading, IdIndex.Builder items) throws IOException {
    KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
    if (factsFile.isPresent()) {
      reading
          .graph(factsFile.get())
          .forEachFact(
              factColumns.head(),
              factColumns.relation(),
              factColumns.tail(),
              (head, relation, tail) -> {
                graph.add(head, relation, tail);
                Stream.of(head, tail)
                    .filter(entity -> items.indexOf(entity) != IdIndex.UNKNOWN)
                    .forEach(entity -> graph.link(entity, entity));
              });
    }
    return graph.build();
  }

  /** How all of them are read. */
  private record Reading(TextFormat format, BadRows badRows, ReadContext context) {
    Attributes attributes(Optional<Path> file, String id, Optional<String> title)
        throws IOException {
      return file.isEmpty()
          ? Attributes.NONE
          : new AttributeTable(TextInput.of(file.get()), format, badRows, context)
              .readAll(id, title);
    }

    GraphTable graph(Path file) throws IOException {
      return new GraphTable(TextInput.of(file), format, badRows, context);
    }
  }
}
