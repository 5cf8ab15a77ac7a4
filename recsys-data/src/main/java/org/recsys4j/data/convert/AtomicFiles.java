package org.recsys4j.data.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;

/**
 * RecBole's atomic files: tab-separated, each column with its type in the header. Ids are {@code
 * token}, values and times {@code float}; of attributes, those that are all numbers are {@code
 * float}, titles and those of several categories {@code token_seq}, separated by spaces, and the
 * others {@code token}.
 */
final class AtomicFiles {
  private static final String ROW_ENDS = "\t\n\r\0";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private AtomicFiles() {}

  /**
   * Events, with what is known of them.
   *
   * @param all the attributes of all files of a data set, so that types are the same in each
   */
  static void writeEvents(EventRows rows, List<EventAttributes> all, TextOutput out)
      throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < rows.attributes().columns().size(); column++) {
      columns.add(eventColumn(column, all));
    }
    out.write("user_id:token\titem_id:token\trating:float");
    out.write(rows.times() ? "\ttimestamp:float" : "");
    writeNames(columns, out);
    int[] event = {0};
    rows.events()
        .forEach(
            (user, item, value, time) -> {
              out.field(rows.users().id(user), ROW_ENDS).write("\t");
              out.field(rows.items().id(item), ROW_ENDS).write("\t");
              out.write(TextOutput.number(value)).write(rows.times() ? "\t" + time : "");
              for (Column column : columns) {
                Optional<String> cell = rows.attributes().value(event[0], column.name());
                out.write("\t").write(column.cell(cell));
              }
              out.write("\n");
              event[0]++;
            });
  }

  private static Column eventColumn(int column, List<EventAttributes> all) {
    List<String> texts = new ArrayList<>();
    for (EventAttributes attributes : all) {
      if (!attributes.isEmpty()) {
        IdIndex own = attributes.texts(column);
        for (int i = 0; i < own.size(); i++) {
          texts.add(own.id(i));
        }
      }
    }
    String name =
        all.stream().filter(it -> !it.isEmpty()).findFirst().orElseThrow().columns().get(column);
    return Column.of(
        name, texts.size(), i -> Optional.of(texts.get(i)).filter(it -> !it.isEmpty()));
  }

  /**
   * The tables and graphs of users and items, as far as there are any.
   *
   * @param name the path of all files without their endings
   */
  static void writeCatalogue(Catalogue catalogue, OutputFiles files, Path name) throws IOException {
    writeAttributes(
        catalogue.items(), catalogue.itemAttributes(), "item", files, with(name, ".item"));
    writeAttributes(
        catalogue.users(), catalogue.userAttributes(), "user", files, with(name, ".user"));
    writeLinks(catalogue.social(), files, with(name, ".net"));
    writeFacts(catalogue.knowledge(), files, name);
  }

  private static Path with(Path name, String ending) {
    return name.resolveSibling(name.getFileName() + ending);
  }

  private static void writeAttributes(
      IdIndex ids, Attributes attributes, String role, OutputFiles files, Path file)
      throws IOException {
    if (attributes.columns().isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    for (String name : attributes.columns()) {
      columns.add(Column.of(name, ids.size(), index -> attributes.value(ids.id(index), name)));
    }
    TextOutput out = files.begin(file);
    out.write(role + "_id:token");
    writeNames(columns, out);
    for (int index = 0; index < ids.size(); index++) {
      String id = ids.id(index);
      out.field(id, ROW_ENDS);
      for (Column column : columns) {
        out.write("\t").write(column.cell(attributes.value(id, column.name())));
      }
      out.write("\n");
    }
  }

  private static void writeNames(List<Column> columns, TextOutput out) throws IOException {
    for (Column column : columns) {
      out.write("\t").field(column.name().replaceAll("[\\s:]+", "_"), ROW_ENDS);
      out.write(":" + column.type());
    }
    out.write("\n");
  }

  private static void writeLinks(SocialGraph graph, OutputFiles files, Path file)
      throws IOException {
    if (graph.size() == 0) {
      return;
    }
    TextOutput out = files.begin(file).write("source_id:token\ttarget_id:token\tweight:float\n");
    for (int node = 0; node < graph.nodes().size(); node++) {
      for (int link = graph.start(node); link < graph.end(node); link++) {
        out.field(graph.nodes().id(node), ROW_ENDS).write("\t");
        out.field(graph.nodes().id(graph.target(link)), ROW_ENDS).write("\t");
        out.write(TextOutput.number(graph.weight(link))).write("\n");
      }
    }
  }

  private static void writeFacts(KnowledgeGraph graph, OutputFiles files, Path name)
      throws IOException {
    if (graph.size() == 0) {
      return;
    }
    IdIndex entities = graph.entities();
    TextOutput facts = files.begin(with(name, ".kg"));
    facts.write("head_id:token\trelation_id:token\ttail_id:token\n");
    for (int triple = 0; triple < graph.size(); triple++) {
      facts.field(entities.id(graph.head(triple)), ROW_ENDS).write("\t");
      facts.field(graph.relations().id(graph.relation(triple)), ROW_ENDS).write("\t");
      facts.field(entities.id(graph.tail(triple)), ROW_ENDS).write("\n");
    }
    TextOutput links = files.begin(with(name, ".link"));
    links.write("item_id:token\tentity_id:token\n");
    for (int item = 0; item < graph.items().size(); item++) {
      String id = graph.items().id(item);
      links.field(id, ROW_ENDS).write("\t");
      links.field(entities.id(graph.entity(id)), ROW_ENDS).write("\n");
    }
  }

  /** A column and its type. */
  private record Column(String name, String type, boolean categories) {
    static Column of(String name, int size, IntFunction<Optional<String>> cells) {
      boolean numbers = true;
      boolean categories = false;
      for (int i = 0; i < size; i++) {
        Optional<String> cell = cells.apply(i);
        numbers &= cell.isEmpty() || NUMBER.matcher(cell.get()).matches();
        categories |= cell.isPresent() && cell.get().indexOf('|') >= 0;
      }
      boolean title = name.equals(Attributes.TITLE);
      categories &= !title;
      return new Column(
          name, title || categories ? "token_seq" : numbers ? "float" : "token", categories);
    }

    String cell(Optional<String> value) {
      String text = value.orElse("").replaceAll("[\t\n\r\0]+", " ");
      return categories ? text.replace(' ', '_').replace('|', ' ') : text;
    }
  }
}
