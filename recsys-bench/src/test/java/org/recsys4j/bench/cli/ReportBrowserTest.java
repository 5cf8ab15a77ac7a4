package org.recsys4j.bench.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.bench.report.RunReport;

/**
 * The report in a real browser. Where none is installed, this is skipped; {@code
 * RECSYS_BROWSER=required} in the environment makes it fail instead.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportBrowserTest {
  /** Labels, as a file writes them, that would break a page which takes them as they are. */
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>document.title = 1</script>",
          "\\\" onmouseover='document.title = 2' x=\\\"",
          "{{title}} {{{css}}} & &lt;",
          "\\u202eoverride",
          "\\u05e9\\u05dc\\u05d5\\u05dd \\ud83d\\ude00",
          "x".repeat(90),
          "a",
          "b",
          "c");

  @TempDir static Path folder;
  private static Chromium browser;
  private static URI page;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> program = Chromium.installed();
    if (!"required".equals(System.getenv("RECSYS_BROWSER"))) {
      assumeThat(program).as("chromium or chrome on the path").isPresent();
    }
    Shell shell = new Shell(folder);
    String models =
        "popularity, random, { name = item-knn, label = \"<b>Item & KNN</b>\" }"
            + HOSTILE.stream()
                .map(it -> ", { name = popularity, label = \"" + it + "\" }")
                .collect(joining());
    Path file = shell.experiment(models);
    Shell.Result result =
        shell.run(
            "run",
            file.toString(),
            "--out",
            folder.resolve("runs").toString(),
            "--set",
            "experiment.evaluate.groups={activity=2, time=2}");
    assertThat(result.err()).isEmpty();
    browser = Chromium.start(program.orElseThrow(), folder.resolve("profile"));
    page = shell.onlyRun().resolve(RunReport.FILE).toUri();
    browser.open(page);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static List<String> texts(String selector) {
    JsonNode found =
        browser.evaluate(
            "[...document.querySelectorAll('" + selector + "')].map(it => it.textContent)");
    List<String> texts = new ArrayList<>();
    found.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static long count(String selector) {
    return browser.evaluate("document.querySelectorAll('" + selector + "').length").asLong();
  }

  @Test
  @Order(1)
  void everySectionIsThere() {
    assertThat(texts("h2"))
        .containsExactly(
            "Leaderboard",
            "Protocol and leakage",
            "Pairwise tests",
            "Wins and losses by user",
            "Accuracy, time and memory",
            "Accuracy, diversity and popularity",
            "Metric by length of the list",
            "Metric by activity and popularity",
            "Metrics by the groups asked for",
            "Example recommendations",
            "Data",
            "Environment",
            "How to repeat");
    assertThat(texts("nav a")).isEqualTo(texts("h2"));
  }

  @Test
  @Order(2)
  void textsOfTheDataAreTexts() {
    assertThat(texts("#leaderboard tbody th")).contains("<b>Item & KNN</b>");
    assertThat(count("main b")).isZero();
    assertThat(texts("#leaderboard tbody th"))
        .contains(
            "</script><script>document.title = 1</script>",
            "\" onmouseover='document.title = 2' x=\"",
            "{{title}} {{{css}}} & &lt;",
            "\u202eoverride",
            "\u05e9\u05dc\u05d5\u05dd \ud83d\ude00");
    assertThat(count("script")).isEqualTo(1);
    assertThat(count("[onmouseover]")).isZero();
    assertThat(browser.evaluate("document.title").asText()).isEqualTo("tiny");
    assertThat(
            texts(
                "#wins figcaption, #pairs caption, #examples h3")) // directions end where texts do
        .noneMatch(it -> it.contains("\u202e") && !it.contains("\u2068\u202e"));
    assertThat(String.join(" ", texts("#examples td"))).contains("The item № ");
  }

  @Test
  @Order(3)
  void pressingAColumnSortsByIt() {
    List<String> before = texts("#leaderboard tbody th");
    assertThat(attribute("#leaderboard thead th:nth-child(2)", "aria-sort"))
        .isEqualTo("descending");
    press("#leaderboard thead th:first-child button");
    List<String> sorted = texts("#leaderboard tbody th");
    assertThat(sorted).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
    assertThat(sorted).containsSubsequence("<b>Item & KNN</b>", "a", "b", "popularity", "random");
    press("#leaderboard thead th:first-child button");
    assertThat(texts("#leaderboard tbody th"))
        .containsSubsequence("random", "popularity", "b", "a", "<b>Item & KNN</b>");
    press("#leaderboard thead th:nth-child(2) button");
    assertThat(numbers("#leaderboard tbody td:nth-child(2)"))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(attribute("#leaderboard thead th:nth-child(2)", "aria-sort"))
        .isEqualTo("descending");
    press("#leaderboard thead th:nth-child(4) button"); // seconds: the least first
    assertThat(numbers("#leaderboard tbody td:nth-child(4)")).isSorted();
    assertThat(attribute("#leaderboard thead th:nth-child(4)", "aria-sort")).isEqualTo("ascending");
    assertThat(count("#leaderboard th[aria-sort]")).isEqualTo(1);
  }

  private static List<Double> numbers(String selector) {
    JsonNode found =
        browser.evaluate(
            "[...document.querySelectorAll('"
                + selector
                + "')].map(it => Number(it.dataset.sort))");
    List<Double> numbers = new ArrayList<>();
    found.forEach(node -> numbers.add(node.asDouble()));
    return numbers;
  }

  /** By the keyboard alone. */
  private static void press(String button) {
    browser.evaluate("document.querySelector('" + button + "').focus()");
    type(Map.of("key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13, "text", "\r"));
  }

  private static void type(Map<String, Object> key) {
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event = new HashMap<>(key);
      event.put("type", type);
      browser.send("Input.dispatchKeyEvent", event);
    }
  }

  /** What is chosen is shown alone; the list has a label and is a list to screen readers. */
  @Test
  @Order(9)
  void aMetricIsChosenByTheKeyboard() throws InterruptedException {
    browser.open(page);
    for (String section : List.of("pairs", "wins", "asked-groups")) {
      String list = "#" + section + " select";
      assertThat(texts("#" + section + " label[for=\"" + section + "-choice\"]"))
          .containsExactly("Metric");
      assertThat(attribute(list, "id")).isEqualTo(section + "-choice");
      assertThat(texts(list + " option")).containsExactly("nDCG@3", "Recall@3");
      assertThat(shown(section)).containsExactly("nDCG@3");
      browser.evaluate("document.querySelector('" + list + "').focus()");
      type(Map.of("key", "ArrowDown", "code", "ArrowDown", "windowsVirtualKeyCode", 40));
      assertThat(shown(section)).containsExactly("Recall@3");
    }
    assertThat(texts("#pairs .option:not([hidden]) caption"))
        .contains("Differences of all pairs in Recall@3");
    assertThat(texts("#asked-groups .option:not([hidden]) caption"))
        .containsExactly("Recall@3 by activity", "Recall@3 by time");
  }

  /** The headings of what can be seen of a choice. */
  private static List<String> shown(String section) {
    List<String> shown = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('#"
                + section
                + " .option > h3')].filter(it => it.offsetHeight > 0).map(it => it.textContent)")
        .forEach(node -> shown.add(node.asText()));
    return shown;
  }

  @Test
  @Order(10)
  void onPaperAndWithoutAScriptEveryMetricIsShown() throws InterruptedException {
    browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(shown("pairs")).containsExactly("nDCG@3", "Recall@3");
    assertThat(style(".chooser", "display")).isEqualTo("none");
    browser.send("Emulation.setEmulatedMedia", Map.of("media", "screen"));
    assertThat(shown("pairs")).hasSize(1);

    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.open(page);
    assertThat(shown("pairs")).containsExactly("nDCG@3", "Recall@3");
    assertThat(shown("asked-groups")).containsExactly("nDCG@3", "Recall@3");
    assertThat(style(".chooser", "display")).isEqualTo("none");
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
  }

  private static String attribute(String selector, String name) {
    return browser
        .evaluate("document.querySelector('" + selector + "').getAttribute('" + name + "')")
        .asText();
  }

  @Test
  @Order(4)
  void everyChartHasItsTableAndItsName() {
    assertThat(count("figure")).isGreaterThanOrEqualTo(8);
    assertThat(count("figure .chart[role=img][aria-label] > svg")).isGreaterThanOrEqualTo(8);
    assertThat(count(".chart:not([tabindex]), .scroll:not([tabindex])"))
        .isZero(); // can be moved by keys
    assertThat(count("figure:not(:has(details table tbody tr))")).isZero();
    assertThat(count("table:not(:has(caption))")).isZero();
    assertThat(count("th:not([scope])")).isZero();
    assertThat(count("[id]"))
        .isEqualTo(
            browser
                .evaluate("new Set([...document.querySelectorAll('[id]')].map(it => it.id)).size")
                .asLong());
    assertThat(attribute("html", "lang")).isEqualTo("en");
  }

  @Test
  @Order(5)
  void lightAndDarkAreFollowed() {
    assertThat(background("light")).isEqualTo("rgb(255, 255, 255)");
    assertThat(background("dark")).isEqualTo("rgb(23, 25, 28)");
    assertThat(style("figure svg text, figure svg path", "color")).isEqualTo("rgb(228, 230, 233)");
  }

  private static String background(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    browser.send("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    return style("body", "backgroundColor");
  }

  private static String style(String selector, String property) {
    return browser
        .evaluate("getComputedStyle(document.querySelector('" + selector + "'))." + property)
        .asText();
  }

  @Test
  @Order(6)
  void nothingIsWiderThanAPhone() {
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 780, "deviceScaleFactor", 2, "mobile", true));
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    browser.send("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @Test
  @Order(7)
  void printingOpensTheTables() {
    assertThat(count("details[open]")).isZero();
    assertThat(browser.send("Page.printToPDF", Map.of()).path("data").asText()).startsWith("JVBER");
    browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(count("details:not([open])")).isZero();
    browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            703,
            "height",
            1000,
            "deviceScaleFactor",
            1,
            "mobile",
            false)); // A4, 12 mm margins
    assertThat(
            browser
                .evaluate(
                    "Math.max(...[...document.querySelectorAll('#leaderboard table, #examples table')].map(it => it.offsetWidth))")
                .asInt())
        .isLessThanOrEqualTo(703);
    browser.send("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.send("Emulation.setEmulatedMedia", Map.of("media", "screen"));
  }

  @Test
  @Order(8)
  void noErrorWasToldAndNothingElseWasLoaded() {
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(browser.events("Network.requestWillBeSent"))
        .extracting(event -> event.at("/request/url").asText())
        .hasSize(1)
        .allMatch(url -> url.startsWith("file:") && url.endsWith("/" + RunReport.FILE));
  }

  @Test
  @Order(11)
  void joinedRunsHaveAPageOfTheSameLook() throws Exception {
    Path out = Files.createDirectory(folder.resolve("joined"));
    Shell.Result result =
        new Shell(out)
            .run(
                "run",
                new Shell(out).experiment("popularity, random").toString(),
                "--quiet",
                "--seeds",
                "1,2",
                "--out",
                out.resolve("runs").toString());
    assertThat(result.err()).isEmpty();
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      Path series = runs.findFirst().orElseThrow();
      browser.open(series.resolve("joined").resolve(RunReport.FILE).toUri());
    }
    assertThat(texts("h2"))
        .containsExactly(
            "Leaderboard", "From run to run", "Pairwise tests", "Wins and losses by user", "Runs");
    assertThat(shown("replications")).containsExactly("nDCG@3");
    assertThat(count("#replications .option:not([hidden]) svg")).isEqualTo(1);
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 780, "deviceScaleFactor", 2, "mobile", true));
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
    browser.evaluate("document.querySelector('#runs a').click()");
    await("a run's own page", () -> texts("h2").contains("How to repeat"));
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
