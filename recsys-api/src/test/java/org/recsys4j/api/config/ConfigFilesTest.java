package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFilesTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Config load(String text, String... overrides) throws IOException {
    return ConfigFiles.load(write("it.conf", text), List.of(overrides)).toConfig();
  }

  private String problems(Path file, String... overrides) {
    Problems problems = new Problems();
    ConfigFiles.load(file, List.of(overrides), problems);
    return String.join("\n", problems.sorted().stream().map(ConfigProblem::toString).toList())
        .replace(folder + java.io.File.separator, "");
  }

  @Test
  void valuesKnowFileAndLine() throws IOException {
    ConfigObject root = load("\n\na { b = 1 }").root();
    ConfigProblem problem =
        ConfigProblem.at(root.toConfig().getValue("a.b").origin(), "a.b", "is bad");

    assertThat(problem.source()).contains(folder.resolve("it.conf").toString());
    assertThat(problem.line()).hasValue(3);
    assertThat(problem).hasToString(folder.resolve("it.conf") + ":3: a.b: is bad");
  }

  @Test
  void theFileIsCalledAsTheUserCalledIt() throws IOException {
    Path absolute = write("sub/it.conf", "a = 1");
    Path relative = Path.of("").toAbsolutePath().relativize(absolute.toAbsolutePath());

    ConfigObject root = ConfigFiles.load(relative, List.of());

    assertThat(ConfigProblem.at(root.get("a").origin(), "a", "m").source())
        .contains(relative.toString());
  }

  @Test
  void includesAreRelativeToTheFile() throws IOException {
    write("sub/base.conf", "base { x = 1, list = [1, 2] }, include \"deep/er.conf\"");
    write("sub/deep/er.conf", "deeper = true");
    Config config = load("include \"sub/base.conf\"\nall = ${base.list} [3]");

    assertThat(config.getIntList("all")).containsExactly(1, 2, 3);
    assertThat(config.getBoolean("deeper")).isTrue();
    assertThat(ConfigProblem.at(config.getValue("deeper").origin(), "deeper", "m"))
        .hasToString(folder.resolve("sub/deep/er.conf") + ":1: deeper: m");
  }

  @Test
  void theEnvironmentFillsOptionalSubstitutions() throws IOException {
    Map.Entry<String, String> variable =
        System.getenv().entrySet().stream()
            .filter(it -> it.getKey().matches("[A-Z_]+"))
            .findFirst()
            .orElseThrow();
    Config config = load("a = 1, a = ${?" + variable.getKey() + "}, b = 2, b = ${?NO_SUCH_NAME_}");

    assertThat(config.getString("a")).isEqualTo(variable.getValue());
    assertThat(config.getInt("b")).isEqualTo(2);
    assertThat(ConfigProblem.at(config.getValue("a").origin(), "a", "is bad"))
        .isEqualTo(
            new ConfigProblem(
                "a", Optional.of("environment"), java.util.OptionalInt.empty(), "is bad"));
  }

  @Test
  void mergedValuesPointToTheirFirstLineInAFile() throws IOException {
    ConfigObject root =
        load("x { y = 1 }\nx { z = 2 }\nl = [1]\nl = ${l} [2]", "x.w=3", "q=[1,2]").root();

    assertThat(ConfigProblem.at(root.get("x").origin(), "x", "m"))
        .hasToString(folder.resolve("it.conf") + ":1: x: m");
    assertThat(ConfigProblem.at(root.get("l").origin(), "l", "m"))
        .hasToString(folder.resolve("it.conf") + ":3: l: m");
    assertThat(ConfigProblem.at(root.get("q").origin(), "q", "m")).hasToString("--set q: q: m");
  }

  @Test
  void overridesWinOverTheFileAndTheLaterOverTheEarlier() throws IOException {
    Config config =
        load(
            "a { b = 1, c = ${a.b} }\nmodels = [{ name = ease, options { k = 1 } }, { name = ials }]",
            "a.b=2",
            "a.b = 3",
            "a.d=\"x # y\"",
            "a.e={ f = [1, 2] }",
            "models.0.options.k=7",
            "models[1].options.factors=${a.b}",
            "models.1.label=null");

    assertThat(config.getInt("a.b")).isEqualTo(3);
    assertThat(config.getInt("a.c")).as("substitutions see overrides").isEqualTo(3);
    assertThat(config.getString("a.d")).isEqualTo("x # y");
    assertThat(config.getIntList("a.e.f")).containsExactly(1, 2);
    List<? extends Config> models = config.getConfigList("models");
    assertThat(models.get(0).getInt("options.k")).isEqualTo(7);
    assertThat(models.get(0).getString("name")).isEqualTo("ease");
    assertThat(models.get(1).getInt("options.factors")).isEqualTo(3);
    assertThat(models.get(1).getIsNull("label")).isTrue();
    assertThat(ConfigProblem.at(models.get(0).getValue("options.k").origin(), "k", "m"))
        .hasToString("--set models.0.options.k: k: m");
    assertThat(ConfigProblem.at(models.get(0).getValue("name").origin(), "name", "m").line())
        .hasValue(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed | --set seed: must look like key=value",
        "=5 | --set =5: must look like key=value",
        "a..b=5 | --set a..b=5: \"a..b\" is not a key",
        "a+=5 | --set a+=5: \"a+\" is not a key",
        "a=http://x | --set a=http://x: '#' or '//' begins a comment; put the value in quotes",
        "a=b#c | --set a=b#c: '#' or '//' begins a comment; put the value in quotes",
        "a=[1 | --set a=[1: List should have ended with ] or had a comma, instead had token:"
            + " end of file (if you want end of file to be part of a string value, then"
            + " double-quote it)",
        "models.7.k=1 | --set models.7.k: models: no element 7: the list has 1",
        "a.b=1, a.c=2 | --set a.b=1, a.c=2: give one key and one value",
        "models.0.name.x.0=1 | --set models.0.name.x.0: models[0].name: \"ease\" has no key \"x\""
      })
  void overridesThatCannotBeAppliedAreReported(String override, String message) throws IOException {
    Path file = write("it.conf", "models = [{ name = ease }]");

    assertThat(problems(file, override)).isEqualTo(message);
  }

  @Test
  void badOverridesDoNotStopTheReading() throws IOException {
    Problems problems = new Problems();

    assertThat(ConfigFiles.load(write("it.conf", "a = 1"), List.of("x", "b=2"), problems))
        .hasValueSatisfying(root -> assertThat(root.unwrapped()).isEqualTo(Map.of("a", 1, "b", 2)));
    assertThat(problems.size()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("sub.conf"));
    Files.write(folder.resolve("latin1.conf"), new byte[] {'a', '=', (byte) 0xe4});
    write("missing-include.conf", "a = 1\ninclude \"nope.conf\"\n");
    write("nested.conf", "\n\ninclude \"missing-include.conf\"\n");
    write("circle.conf", "b = 1\n\ninclude \"circle.conf\"");
    write("web.conf", "include url(\"http://localhost/x.conf\")");
    write("deep.conf", "a = " + "[".repeat(200_000));
    write("resource.conf", "include classpath(\"no/such.conf\")");

    assertThat(problems(folder.resolve("no.conf"))).isEqualTo("no.conf: no such file");
    assertThat(problems(folder.resolve("sub.conf")))
        .isEqualTo("sub.conf: this is a folder, not a file");
    assertThat(problems(folder.resolve("latin1.conf")))
        .isEqualTo("latin1.conf: this file is not UTF-8 text");
    assertThat(problems(folder.resolve("missing-include.conf")))
        .isEqualTo("missing-include.conf:2: include \"nope.conf\": no such file");
    assertThat(problems(folder.resolve("nested.conf")))
        .isEqualTo("missing-include.conf:2: include \"nope.conf\": no such file");
    assertThat(problems(folder.resolve("circle.conf")))
        .isEqualTo("circle.conf:3: include \"circle.conf\": includes itself");
    assertThat(problems(folder.resolve("web.conf")))
        .isEqualTo(
            "web.conf:1: include \"http://localhost/x.conf\": nothing is included from the network");
    assertThat(problems(folder.resolve("deep.conf")))
        .isEqualTo("deep.conf: brackets are nested too deeply");
    assertThat(problems(folder.resolve("resource.conf")))
        .isEqualTo("resource.conf:1: include \"no/such.conf\": no such resource on the class path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a {\\n b = [1\\n c } | it.conf:3: ",
        "a = 1\\nb = ${no.such} | it.conf:2: ${no.such} has no value",
        "a = ${b}, b = ${a} | it.conf:1: ",
        "\\n= 5 | it.conf:2: "
      })
  void syntaxErrorsHaveALineAndSpeakOfNoClasses(String text, String start) throws IOException {
    Path file = write("it.conf", text.replace("\\n", "\n"));

    assertThat(problems(file))
        .startsWith(start)
        .doesNotContain("Config", "typesafe", ".properties");
  }

  @Test
  void textsAreReadLikeFiles() {
    assertThat(ConfigFiles.parse("a = 1, b = ${a}", "options").unwrapped())
        .isEqualTo(Map.of("a", 1, "b", 1));
    assertThatThrownBy(() -> ConfigFiles.parse("a = [", "options"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("options:1: ");
  }

  @Test
  void assignmentsStandOnTheirOwn() {
    Problems problems = new Problems();
    assertThat(
            ConfigFiles.assignments(List.of("a.b=1", "a.c=\"x y\"", "a.b=2"), problems)
                .orElseThrow()
                .toConfig()
                .getConfig("a")
                .root()
                .unwrapped())
        .isEqualTo(Map.of("b", 2, "c", "x y"));
    assertThat(problems.isEmpty()).isTrue();
    assertThat(ConfigFiles.assignments(List.of("no value"), problems)).isEmpty();
    assertThat(ConfigFiles.assignments(List.of("a=${nowhere}"), problems)).isEmpty();
    assertThat(problems.size()).isEqualTo(2);
  }
}
