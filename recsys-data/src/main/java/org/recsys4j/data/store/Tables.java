package org.recsys4j.data.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split.Part;

/** What is known beside the events. */
final class Tables {
  /** Their places are their codes in a file. */
  private static final List<Part> PARTS =
      List.of(Part.TRAIN, Part.VALIDATION, Part.TEST, Part.NONE, Part.FOLD_IN);

  private Tables() {}

  private static void writeNames(SectionWriter out, List<String> names) throws IOException {
    out.putInt(names.size());
    for (String name : names) {
      out.putText(name);
    }
  }

  private static List<String> readNames(SectionInput in) {
    List<String> names = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      names.add(in.getText());
    }
    return names;
  }

  static void writeAttributes(SectionWriter out, Attributes attributes) throws IOException {
    writeNames(out, attributes.columns());
    int rows = 0;
    for (String unused : attributes.ids()) {
      rows++;
    }
    out.putInt(rows);
    for (String id : attributes.ids()) {
      out.putText(id);
      for (String column : attributes.columns()) {
        out.putText(attributes.value(id, column).orElse(""));
      }
    }
  }

  static Attributes readAttributes(SectionInput in) {
    List<String> columns = readNames(in);
    Attributes.Builder attributes = new Attributes.Builder(columns);
    int rows = in.getInt();
    for (int row = 0; row < rows; row++) {
      String id = in.getText();
      List<String> cells = new ArrayList<>(columns.size());
      for (int column = 0; column < columns.size(); column++) {
        cells.add(in.getText());
      }
      attributes.add(id, cells);
    }
    return attributes.build();
  }

  static void writeEventAttributes(SectionWriter out, Interactions events) throws IOException {
    EventAttributes attributes = events.attributes();
    writeNames(out, attributes.columns());
    for (int column = 0; column < attributes.columns().size(); column++) {
      int of = column;
      IdIndex texts = attributes.texts(column);
      Columns.writeIds(out, texts);
      Columns.writeInts(out, events.size(), texts.size(), event -> attributes.code(event, of));
    }
  }

  static EventAttributes readEventAttributes(SectionInput in) {
    List<String> columns = readNames(in);
    List<IdIndex> texts = new ArrayList<>();
    List<int[]> codes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      texts.add(Columns.readIds(in));
      codes.add(Columns.readInts(in));
    }
    return EventAttributes.of(columns, texts, codes);
  }

  static void writeParts(SectionWriter out, Optional<EventParts> parts) throws IOException {
    int size = parts.map(EventParts::size).orElse(0);
    Columns.writeInts(
        out, size, PARTS.size(), event -> PARTS.indexOf(parts.orElseThrow().part(event)));
  }

  static Optional<EventParts> readParts(SectionInput in) {
    int[] codes = Columns.readInts(in);
    return codes.length == 0
        ? Optional.empty()
        : Optional.of(EventParts.of(codes.length, event -> PARTS.get(codes[event])));
  }

  static void writeCandidates(SectionWriter out, Optional<CandidateLists> candidates)
      throws IOException {
    out.putInt(candidates.isPresent() ? 1 : 0);
    if (candidates.isPresent()) {
      CandidateLists lists = candidates.get();
      Columns.writeInts(out, lists.users(), Integer.MAX_VALUE, lists::end);
      Columns.writeInts(out, lists.size(), lists.items(), lists::item);
      out.putInt(lists.items());
    }
  }

  static Optional<CandidateLists> readCandidates(SectionInput in) {
    if (in.getInt() == 0) {
      return Optional.empty();
    }
    int[] ends = Columns.readInts(in);
    int[] itemOf = Columns.readInts(in);
    CandidateLists.Builder lists = new CandidateLists.Builder();
    int position = 0;
    for (int user = 0; user < ends.length; user++) {
      while (position < ends[user]) {
        lists.add(user, itemOf[position++]);
      }
    }
    return Optional.of(lists.build(ends.length, in.getInt()));
  }

  static void writeSocial(SectionWriter out, SocialGraph graph) throws IOException {
    IdIndex nodes = graph.nodes();
    Columns.writeIds(out, nodes);
    for (int node = 0; node < nodes.size(); node++) {
      out.putInt(graph.end(node) - graph.start(node));
      for (int position = graph.start(node); position < graph.end(node); position++) {
        out.putInt(graph.target(position));
        out.putFloat(graph.weight(position));
      }
    }
  }

  static SocialGraph readSocial(SectionInput in) {
    SocialGraph.Builder graph = new SocialGraph.Builder();
    IdIndex nodes = Columns.readIds(in);
    for (int node = 0; node < nodes.size(); node++) {
      int links = in.getInt();
      for (int link = 0; link < links; link++) {
        graph.add(nodes.id(node), nodes.id(in.getInt()), in.getFloat());
      }
    }
    return graph.build();
  }

  static void writeKnowledge(SectionWriter out, KnowledgeGraph graph) throws IOException {
    Columns.writeIds(out, graph.entities());
    Columns.writeIds(out, graph.relations());
    out.putInt(graph.size());
    for (int triple = 0; triple < graph.size(); triple++) {
      out.putInt(graph.head(triple));
      out.putInt(graph.relation(triple));
      out.putInt(graph.tail(triple));
    }
    IdIndex items = graph.items();
    Columns.writeIds(out, items);
    for (int item = 0; item < items.size(); item++) {
      out.putInt(graph.entity(items.id(item)));
    }
  }

  static KnowledgeGraph readKnowledge(SectionInput in) {
    KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
    IdIndex entities = Columns.readIds(in);
    IdIndex relations = Columns.readIds(in);
    int triples = in.getInt();
    for (int triple = 0; triple < triples; triple++) {
      graph.add(entities.id(in.getInt()), relations.id(in.getInt()), entities.id(in.getInt()));
    }
    IdIndex items = Columns.readIds(in);
    for (int item = 0; item < items.size(); item++) {
      graph.link(items.id(item), entities.id(in.getInt()));
    }
    return graph.build();
  }
}
