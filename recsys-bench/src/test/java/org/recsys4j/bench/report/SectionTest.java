package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.bench.report.Section.Figure;
import org.recsys4j.bench.report.Section.Option;

class SectionTest {
  private static final Table TABLE = new Table("none", List.of(), List.of(), false);

  private static Section choice(String... things) {
    return new Section.Builder("id", "Title")
        .choice(
            "Letter",
            List.of(things),
            Function.identity(),
            (builder, thing) -> builder.paragraph("this is " + thing))
        .build()
        .orElseThrow();
  }

  @Test
  void severalThingsAreChosenFrom() {
    Section.Choice choice = choice("a", "b").blocks().get(0).choice();

    assertThat(choice.id()).isEqualTo("id-choice");
    assertThat(choice.label()).isEqualTo("Letter");
    assertThat(choice.options()).map(Option::id).containsExactly("id-choice-1", "id-choice-2");
    assertThat(choice.options()).map(Option::name).containsExactly("a", "b");
    assertThat(choice.options().get(1).blocks().get(0).paragraph().text()).isEqualTo("this is b");
  }

  @Test
  void aSingleThingNeedsNoChoice() {
    assertThat(choice("a").blocks().get(0).choice()).isNull();
    assertThat(choice("a").blocks().get(0).paragraph().text()).isEqualTo("this is a");
  }

  @Test
  void behindManyDrawingsAreTablesAlone() {
    Section.Builder builder =
        new Section.Builder("id", "Title").figure(new Figure("first", "<svg/>", TABLE));
    builder.choice(
        "Number",
        IntStream.range(0, 20).boxed().toList(),
        String::valueOf,
        (inner, number) -> inner.figure(new Figure("more", "<svg/>", TABLE)));

    List<Option> options = builder.build().orElseThrow().blocks().get(1).choice().options();
    assertThat(options).hasSize(20).allMatch(option -> option.blocks().size() == 1);
    assertThat(options.subList(0, 15)).allMatch(it -> it.blocks().get(0).figure() != null);
    assertThat(options.subList(15, 20)).allMatch(it -> TABLE.equals(it.blocks().get(0).table()));
  }
}
