package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocialGraphTest {
  private static SocialGraph.Builder trust() {
    return new SocialGraph.Builder()
        .add("ann", "bob", 1)
        .add("cat", "ann", 0.5f)
        .add("ann", "cat", 2);
  }

  @Test
  void groupsLinksByTheirFirstEnd() {
    SocialGraph graph = trust().build();
    int ann = graph.nodes().indexOf("ann");
    assertThat(graph.size()).isEqualTo(3);
    assertThat(graph.end(ann) - graph.start(ann)).isEqualTo(2);
    assertThat(graph.nodes().id(graph.target(graph.start(ann)))).isEqualTo("bob");
    assertThat(graph.weight(graph.start(ann) + 1)).isEqualTo(2);
    int bob = graph.nodes().indexOf("bob");
    assertThat(graph.start(bob)).isEqualTo(graph.end(bob));
  }

  @Test
  void numbersNodesByTheirIds() {
    SocialGraph other =
        new SocialGraph.Builder()
            .add("cat", "ann", 0.5f)
            .add("ann", "bob", 1)
            .add("ann", "cat", 2)
            .build();
    assertThat(other).isEqualTo(trust().build());
    assertThat(other.nodes()).isEqualTo(IdIndex.of(List.of("ann", "bob", "cat")));
  }

  @Test
  void visitsLinksAmongSomeUsers() {
    List<String> links = new ArrayList<>();
    IdIndex users = IdIndex.of(List.of("cat", "ann", "dan"));
    trust().build().forEach(users, (from, to, weight) -> links.add(from + ">" + to + " " + weight));
    assertThat(links).containsExactlyInAnyOrder("1>0 2.0", "0>1 0.5");
  }

  @Test
  void equalsWhatSaysTheSame() {
    assertThat(trust().build())
        .isEqualTo(trust().build())
        .hasSameHashCodeAs(trust().build())
        .isNotEqualTo(trust().add("bob", "ann", 1).build())
        .hasToString("3 links of 3 users");
    assertThat(SocialGraph.NONE.size()).isZero();
  }

  @Test
  void refusesBadLinks() {
    SocialGraph.Builder graph = new SocialGraph.Builder();
    assertThatThrownBy(() -> graph.add("", "a", 1)).hasMessage("user id is empty");
    assertThatThrownBy(() -> graph.add("a", "b", Float.NaN))
        .hasMessage("weight NaN is not a finite number");
    assertThat(graph.build()).isEqualTo(SocialGraph.NONE);
  }

  @Test
  void growsBeyondItsFirstCapacity() {
    SocialGraph.Builder graph = new SocialGraph.Builder();
    for (int i = 0; i < 200; i++) {
      graph.add("u" + i, "u" + (i + 1), i);
    }
    SocialGraph built = graph.build();
    assertThat(built.size()).isEqualTo(200);
    int last = built.nodes().indexOf("u199");
    assertThat(built.weight(built.start(last))).isEqualTo(199);
  }
}
