package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KnowledgeGraphTest {
  private static KnowledgeGraph.Builder films() {
    return new KnowledgeGraph.Builder()
        .add("m.heat", "directed-by", "m.mann")
        .add("m.ali", "directed-by", "m.mann")
        .add("m.heat", "year", "1995")
        .link("1", "m.heat")
        .link("7", "m.unheard");
  }

  @Test
  void holdsTriplesInTheOrderOfTheSource() {
    KnowledgeGraph graph = films().build();
    assertThat(graph.size()).isEqualTo(3);
    assertThat(graph.entities().id(graph.head(1))).isEqualTo("m.ali");
    assertThat(graph.relations().id(graph.relation(2))).isEqualTo("year");
    assertThat(graph.tail(0)).isEqualTo(graph.tail(1));
    assertThat(graph).hasToString("3 triples of 5 entities and 2 relations, 2 items");
  }

  @Test
  void knowsTheEntityOfAnItem() {
    KnowledgeGraph graph = films().link("1", "m.ali").build();
    assertThat(graph.entity("1")).isEqualTo(graph.entities().indexOf("m.ali"));
    assertThat(graph.entities().id(graph.entity("7"))).isEqualTo("m.unheard");
    assertThat(graph.entity("8")).isEqualTo(IdIndex.UNKNOWN);
  }

  @Test
  void equalsWhatSaysTheSame() {
    assertThat(films().build())
        .isEqualTo(films().build())
        .hasSameHashCodeAs(films().build())
        .isNotEqualTo(films().link("8", "m.heat").build())
        .isNotEqualTo(KnowledgeGraph.NONE);
  }

  @Test
  void refusesEmptyIds() {
    KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
    assertThatThrownBy(() -> graph.add("a", "", "b")).hasMessage("an id of a triple is empty");
    assertThatThrownBy(() -> graph.link("", "b")).hasMessage("item id is empty");
    assertThatThrownBy(() -> graph.link("a", "")).hasMessage("entity id is empty");
  }

  @Test
  void growsBeyondItsFirstCapacity() {
    KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
    for (int i = 0; i < 200; i++) {
      graph.add("h" + i, "r", "t" + i).link("i" + i, "h" + i);
    }
    KnowledgeGraph built = graph.build();
    assertThat(built.entities().id(built.tail(199))).isEqualTo("t199");
    assertThat(built.entity("i150")).isEqualTo(built.head(150));
  }
}
