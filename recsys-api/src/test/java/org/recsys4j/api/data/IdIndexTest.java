package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdIndexTest {
  @Test
  void indicesFollowTheOrderGiven() {
    IdIndex index = IdIndex.of(List.of("b", "a", ""));
    assertThat(index.size()).isEqualTo(3);
    assertThat(index.id(0)).isEqualTo("b");
    assertThat(index.indexOf("a")).isEqualTo(1);
    assertThat(index.indexOf("")).isEqualTo(2);
    assertThat(index.indexOf("c")).isEqualTo(IdIndex.UNKNOWN);
  }

  @Test
  void anEmptyIndexKnowsNothing() {
    IdIndex none = IdIndex.of(List.of());
    assertThat(none.size()).isZero();
    assertThat(none.indexOf("a")).isEqualTo(IdIndex.UNKNOWN);
    assertThat(none).isEqualTo(new IdIndex.Builder().build());
  }

  @Test
  void twoEqualIdsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdIndex.of(List.of("x", "y", "x")))
        .withMessage("id \"x\" occurs twice");
  }

  @Test
  void theBuilderGivesAKnownIdItsOldIndex() {
    IdIndex.Builder builder = new IdIndex.Builder();
    assertThat(builder.add("u7")).isZero();
    assertThat(builder.add("u8")).isEqualTo(1);
    assertThat(builder.add("u7")).isZero();
    assertThat(builder.add("xu8x".toCharArray(), 1, 3)).isEqualTo(1);
    assertThat(builder.add("xu9x".toCharArray(), 1, 3)).isEqualTo(2);
    assertThat(builder.size()).isEqualTo(3);
    assertThat(builder.build().id(2)).isEqualTo("u9");
  }

  @Test
  void whatWasBuiltStaysAsItIs() {
    IdIndex.Builder builder = new IdIndex.Builder();
    builder.add("a");
    IdIndex built = builder.build();
    for (int i = 0; i < 100; i++) {
      builder.add("later" + i);
    }
    assertThat(built.size()).isEqualTo(1);
    assertThat(built.indexOf("later0")).isEqualTo(IdIndex.UNKNOWN);
    assertThat(built).isEqualTo(IdIndex.of(List.of("a"))).isNotEqualTo(builder.build());
    assertThat(built).hasSameHashCodeAs(IdIndex.of(List.of("a"))).hasToString("IdIndex of 1");
  }

  /** Short ids of ASCII are told by their key alone: what only looks like one must stay apart. */
  @Test
  void idsAtTheEdgeOfShortOnesAreToldApart() {
    List<String> ids = new ArrayList<>(List.of("", "\0", "\0\0", "a", "\0a", "a\0", "aa"));
    ids.addAll(List.of("1234567", "12345678", "123456789", "\u0101\u0101", "\u0001\u0001"));
    ids.addAll(List.of("\u0080", "\u00ff", "\u007f", "\u017f", "\uffff", "0", "00", "-0"));
    ids.addAll(List.of("\u007f".repeat(8), "\u007f".repeat(9), "\u0001".repeat(8), "a1234567\0"));
    IdIndex index = IdIndex.of(ids);
    IdIndex.Builder buffers = new IdIndex.Builder();
    for (int i = 0; i < ids.size(); i++) {
      assertThat(index.indexOf(ids.get(i))).as(ids.get(i)).isEqualTo(i);
      assertThat(buffers.add(ids.get(i).toCharArray(), 0, ids.get(i).length())).isEqualTo(i);
    }
    assertThat(index.indexOf("\u0001")).isEqualTo(IdIndex.UNKNOWN);
    assertThat(index.indexOf("23456789")).isEqualTo(IdIndex.UNKNOWN);
    assertThat(buffers.build()).isEqualTo(index);
  }

  /** "Aa" and "BB" have one hash code; so have all texts made of n of them. */
  @Test
  void textsOfEqualHashCodeAreToldApart() {
    List<String> colliding = List.of("");
    for (int length = 0; length < 9; length++) {
      List<String> longer = new ArrayList<>();
      for (String text : colliding) {
        longer.add(text + "Aa");
        longer.add(text + "BB");
      }
      colliding = longer;
    }
    assertThat(colliding)
        .hasSize(512)
        .extracting(String::hashCode)
        .containsOnly(colliding.get(0).hashCode());
    IdIndex index = IdIndex.of(colliding.subList(0, 300));
    for (int i = 0; i < colliding.size(); i++) {
      assertThat(index.indexOf(colliding.get(i))).isEqualTo(i < 300 ? i : IdIndex.UNKNOWN);
    }
  }

  @Test
  void growsToManyIds() {
    int many = 200_000;
    IdIndex.Builder builder = new IdIndex.Builder();
    for (int i = 0; i < many; i++) {
      builder.add(Integer.toString(i * 7));
    }
    IdIndex index = builder.build();
    assertThat(index.size()).isEqualTo(many);
    for (int i = 0; i < many; i++) {
      assertThat(index.indexOf(index.id(i))).isEqualTo(i);
    }
    assertThat(index.indexOf("3")).isEqualTo(IdIndex.UNKNOWN);
  }

  @Property
  void behavesLikeAMapOfPositions(@ForAll("ids") List<String> added, @ForAll("id") String other) {
    IdIndex.Builder builder = new IdIndex.Builder();
    IdIndex.Builder fromBuffers = new IdIndex.Builder();
    Map<String, Integer> model = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (String id : added) {
      if (model.putIfAbsent(id, order.size()) == null) {
        order.add(id);
      }
      assertThat(builder.add(id)).isEqualTo(model.get(id));
      char[] buffer = ("<" + id + ">").toCharArray();
      assertThat(fromBuffers.add(buffer, 1, buffer.length - 1)).isEqualTo(model.get(id));
    }
    IdIndex index = builder.build();
    assertThat(index).isEqualTo(IdIndex.of(order)).isEqualTo(fromBuffers.build());
    for (int i = 0; i < order.size(); i++) {
      assertThat(index.id(i)).isEqualTo(order.get(i));
    }
    assertThat(index.indexOf(other)).isEqualTo(model.getOrDefault(other, IdIndex.UNKNOWN));
  }

  @Provide
  Arbitrary<String> id() {
    return Arbitraries.strings().withChars('A', 'a', 'B', 'C', 'é', '\u4e2d').ofMaxLength(4);
  }

  @Provide
  Arbitrary<List<String>> ids() {
    return id().list().ofMaxSize(150);
  }

  @Test
  void theSameIdTwiceInARowIsRefusedToo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdIndex.of(List.of("a", "a")))
        .withMessage("id \"a\" occurs twice");
  }
}
