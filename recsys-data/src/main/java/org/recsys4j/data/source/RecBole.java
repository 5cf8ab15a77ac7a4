package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Atomic files, the format of RecBole and of the many data sets that it offers: tab-separated, with
 * a header of names and types. Plain, gzip or zstd.
 *
 * <table>
 *   <caption>Files of a data set NAME</caption>
 *   <tr><th>file</th><th>what</th></tr>
 *   <tr><td>{@code NAME.inter}</td><td>events; fields beside user, item, value and time become
 *       attributes of the event</td></tr>
 *   <tr><td>{@code NAME.train.inter}, {@code NAME.valid.inter}, {@code NAME.test.inter}</td>
 *       <td>in its place, events that are split already: the split {@code given} uses their parts
 *       </td></tr>
 *   <tr><td>{@code NAME.user}, {@code NAME.item}</td><td>what is known of users and items</td></tr>
 *   <tr><td>{@code NAME.net}</td><td>links between users: {@code source_id}, {@code target_id}, and
 *       perhaps {@code weight}</td></tr>
 *   <tr><td>{@code NAME.kg}, {@code NAME.link}</td><td>facts, {@code head_id}, {@code relation_id},
 *       {@code tail_id}, and the {@code entity_id} of each item</td></tr>
 * </table>
 *
 * <p>Sequences, {@code token_seq} and {@code float_seq}, stay texts with spaces between their
 * members, which {@code multi-hot} takes with {@code separator = " "}.
 *
 * <p>Zhao et al., "RecBole: Towards a Unified, Comprehensive and Efficient Framework for
 * Recommendation Algorithms", CIKM 2021.
 */
public final class RecBole implements DatasetSource<RecBole.Options> {
  private static final String EVENTS = ".inter";

  /** The source. */
  public RecBole() {}

  /**
   * The parameters.
   *
   * @param folder where the files are
   * @param dataset what their names begin with; without it, the folder has those of one data set
   * @param user field of the user's id
   * @param item field of the item's id
   * @param value field of the value; where the file has none of this name, values are 1
   * @param time field of the time in seconds; where the file has none of this name, times are not
   *     known
   * @param title field of {@code NAME.item} with titles, where it has one of this name
   * @param badRows what becomes of wrong rows, in all files
   */
  public record Options(
      Path folder,
      Optional<String> dataset,
      String user,
      String item,
      String value,
      String time,
      String title,
      BadRows badRows) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, folder, dataset, user, item, value, time, title, badRows);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "RecBole's atomic files, with their tables, links and knowledge graph";
  }

  @Override
  public String reference() {
    return "Zhao et al.: RecBole: Towards a Unified, Comprehensive and Efficient Framework for"
        + " Recommendation Algorithms. CIKM 2021";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    DataFolder folder = new DataFolder(options.folder());
    String name = options.dataset().isPresent() ? options.dataset().get() : onlyName(options);
    Reading reading = new Reading(folder, name, options, context);
    return reading
        .events()
        .attributes(reading.table(".user", options.user()), reading.table(".item", options.item()))
        .graphs(reading.social(), reading.knowledge())
        .build();
  }

  private static String onlyName(Options options) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(options.folder(), "*" + EVENTS + "*")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        names.add(name.replaceFirst("(\\.train|\\.valid|\\.test)?\\.inter.*", ""));
      }
    }
    if (names.size() != 1) {
      throw new InvalidDataException(
          names.isEmpty()
              ? options.folder() + ": has no file NAME.inter"
              : options.folder()
                  + ": has more than one data set, "
                  + String.join(", ", names)
                  + "; say which with dataset = ...");
    }
    return names.first();
  }

  /** One data set of a folder. */
  private record Reading(DataFolder folder, String name, Options options, ReadContext context) {
    EventLog.Builder events() throws IOException {
      Optional<TextInput> all = folder.find(name + EVENTS);
      TextInput first = all.isPresent() ? all.get() : folder.require(name + ".train" + EVENTS);
      RecBoleEvents events =
          new RecBoleEvents(RecBoleHeader.read(first, context), options, context);
      if (all.isPresent()) {
        events.add(first);
      } else {
        events.log().part(Part.TRAIN);
        events.add(first);
        Optional<TextInput> validation = folder.find(name + ".valid" + EVENTS);
        if (validation.isPresent()) {
          events.log().part(Part.VALIDATION);
          events.add(validation.get());
        }
        events.log().part(Part.TEST);
        events.add(folder.require(name + ".test" + EVENTS));
      }
      return events.log();
    }

    Attributes table(String suffix, String id) throws IOException {
      Optional<TextInput> file = folder.find(name + suffix);
      if (file.isEmpty()) {
        return Attributes.NONE;
      }
      RecBoleHeader header = RecBoleHeader.read(file.get(), context);
      Map<String, String> columns = new LinkedHashMap<>();
      for (String field : header.without(List.of(id))) {
        columns.put(
            field.equals(options.title()) ? Attributes.TITLE : field, header.require(field));
      }
      return new AttributeTable(file.get(), TextFormat.TSV, options.badRows(), context)
          .read(header.require(id), columns);
    }

    SocialGraph social() throws IOException {
      SocialGraph.Builder graph = new SocialGraph.Builder();
      Optional<Graph> links = graph(".net");
      if (links.isPresent()) {
        RecBoleHeader header = links.get().header();
        links
            .get()
            .table()
            .addLinks(
                graph,
                header.require("source_id"),
                header.require("target_id"),
                Optional.of("weight").filter(header::has).map(header::require));
      }
      return graph.build();
    }

    KnowledgeGraph knowledge() throws IOException {
      KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
      Optional<Graph> entities = graph(".link");
      if (entities.isPresent()) {
        RecBoleHeader header = entities.get().header();
        entities
            .get()
            .table()
            .addEntities(graph, header.require(options.item()), header.require("entity_id"));
      }
      Optional<Graph> facts = graph(".kg");
      if (facts.isPresent()) {
        RecBoleHeader header = facts.get().header();
        facts
            .get()
            .table()
            .forEachFact(
                header.require("head_id"),
                header.require("relation_id"),
                header.require("tail_id"),
                graph::add);
      }
      return graph.build();
    }

    private Optional<Graph> graph(String suffix) throws IOException {
      Optional<TextInput> file = folder.find(name + suffix);
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Graph(
                  RecBoleHeader.read(file.get(), context),
                  new GraphTable(file.get(), TextFormat.TSV, options.badRows(), context)));
    }
  }

  /** A file of links or facts. */
  private record Graph(RecBoleHeader header, GraphTable table) {}
}
