package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.recsys4j.api.config.RecordReaderTest.All;

/** Whatever a file says, the reader gives a record or problems, and nothing else happens. */
class RecordReaderPropertyTest {
  private static final List<String> KEYS =
      List.of("count", "learning-rate", "bad-rows", "widths", "inner", "patience", "folder", "zz");

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anythingGivesARecordOrProblems(@ForAll("objects") Map<String, Object> given) {
    ConfigObject object = ConfigValueFactory.fromMap(given, "given");
    ConfigObject defaults =
        ConfigFiles.parse(
            """
            count = 3, seed = 1, rate = 0.5, learning-rate = 1e-3, verbose = true, name = a
            folder = data, bad-rows = fail, widths = [64], weights { a = 1 }
            inner { size = 1, kind = x }
            """,
            "defaults");
    Problems problems = new Problems();

    Optional<All> read =
        RecordReader.standard().read(object, "path", All.class, defaults, problems);

    assertThat(read.isPresent()).isEqualTo(problems.isEmpty());
    assertThat(problems.sorted()).allMatch(it -> it.key().startsWith("path."));
    if (given.containsKey("zz")) {
      assertThat(problems.sorted()).extracting(ConfigProblem::key).contains("path.zz");
    }
  }

  @Property(tries = 300)
  void numbersAreReadAsTheyArePrinted(@ForAll double number) {
    ConfigObject object =
        ConfigValueFactory.fromMap(Map.of("value", Double.toString(number)), "given");
    Problems problems = new Problems();

    Optional<RecordReaderTest.Real> read =
        RecordReader.standard().read(object, "", RecordReaderTest.Real.class, object, problems);

    assertThat(read.map(RecordReaderTest.Real::value))
        .isEqualTo(Optional.of(number).filter(Double::isFinite));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    return Arbitraries.maps(Arbitraries.of(KEYS), values(2)).ofMaxSize(5).map(HashMap::new);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6).map(it -> (Object) it),
            Arbitraries.of("fail", "5", "NaN", "-0", "1e9999", "\0", "x").map(it -> (Object) it),
            Arbitraries.integers().map(it -> (Object) it),
            Arbitraries.longs().map(it -> (Object) it),
            Arbitraries.doubles().map(it -> (Object) it),
            Arbitraries.of(true, false).map(it -> (Object) it));
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars,
        values(depth - 1).list().ofMaxSize(3).map(it -> (Object) new ArrayList<>(it)),
        Arbitraries.maps(Arbitraries.of("size", "kind", "a.b", ""), values(depth - 1))
            .ofMaxSize(3)
            .map(it -> (Object) new HashMap<>(it)));
  }
}
