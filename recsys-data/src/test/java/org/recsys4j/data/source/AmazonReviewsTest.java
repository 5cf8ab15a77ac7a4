package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recsys4j.data.Logs.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.Sources;

class AmazonReviewsTest {
  private static final String REVIEW_2018 =
      """
      {"overall": 5.0, "vote": "2", "verified": true, "reviewTime": "10 20, 2014", "reviewerID": \
      "A1", "asin": "B000000001", "style": {"Size:": " Large"}, "reviewerName": "E. K.", \
      "reviewText": "Say \\"user_id\\": 1", "unixReviewTime": 1413763200}
      """;
  private static final String REVIEW_2023 =
      """
      {"rating": 4.0, "title": "Fine", "text": "", "images": [{"x": [1, {}]}], "asin": \
      "B00YQ6X8EO", "parent_asin": "B00YQ6X8EX", "user_id": "AGKH", "timestamp": 1588687728923, \
      "helpful_vote": 0, "verified_purchase": true}
      """;

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private EventLog read(Path file, String options) throws IOException {
    return Sources.read("amazon-reviews", "file = \"" + file + "\"\n" + options, warnings::add);
  }

  private EventLog read(String content, String options) throws IOException {
    return read(file("reviews", content), options);
  }

  @Test
  void reads2018() throws IOException {
    assertThat(rows(read(REVIEW_2018, ""))).containsExactly("A1 B000000001 5.0 1413763200");
  }

  @Test
  void timesOf2023AreMilliseconds() throws IOException {
    assertThat(rows(read(REVIEW_2023, ""))).containsExactly("AGKH B00YQ6X8EX 4.0 1588687728");
    assertThat(rows(read(REVIEW_2023, "item = asin")))
        .containsExactly("AGKH B00YQ6X8EO 4.0 1588687728");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv-2014 | A2SUAM1J3GNN3B,0000013714,5.0,1400457600",
        "csv-2018 | 0000013714,A2SUAM1J3GNN3B,5.0,1400457600",
        "csv-2023 | user_id,parent_asin,rating,timestamp\\nA2SUAM1J3GNN3B,0000013714,5.0,1400457600123",
      })
  void readsRatingsAloneWhateverTheOrderOfTheirColumns(String layout, String content)
      throws IOException {
    String lines = content.replace("\\n", "\n") + "\n";

    assertThat(rows(read(lines, ""))).containsExactly("A2SUAM1J3GNN3B 0000013714 5.0 1400457600");
    assertThat(rows(read(lines, "layout = " + layout)))
        .containsExactly("A2SUAM1J3GNN3B 0000013714 5.0 1400457600");
  }

  @Test
  void filesMayBeGzip() throws IOException {
    Path packed = folder.resolve("reviews.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write((REVIEW_2018 + "\r\n" + REVIEW_2018).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(packed, "")).hasToString("2 events of 1 users and 1 items");
  }

  @Test
  void takesProductsOf2018() throws IOException {
    Path meta =
        file(
            "meta",
            """
            {"category": ["Beauty", "Nails"], "description": ["x"], "title": "Tips & Tops", \
            "brand": "Beauté", "main_cat": "All Beauty", "price": "$1,012.99", "asin": "B000000001"}
            {"category": [], "title": "Nobody's", "price": "$1", "asin": "B000000002"}
            """);

    EventLog log = read(REVIEW_2018, "meta-file = \"" + meta + "\"");

    assertThat(log.itemAttributes().ids()).containsExactly("B000000001");
    assertThat(log.itemAttributes().columns())
        .containsExactly("title", "brand", "categories", "main_category", "price");
    assertThat(log.itemAttributes().value("B000000001", "title")).contains("Tips & Tops");
    assertThat(log.itemAttributes().value("B000000001", "brand")).contains("Beauté");
    assertThat(log.itemAttributes().value("B000000001", "categories")).contains("Beauty|Nails");
    assertThat(log.itemAttributes().value("B000000001", "main_category")).contains("All Beauty");
    assertThat(log.itemAttributes().value("B000000001", "price")).contains("1012.99");
    assertThat(warnings).isEmpty();
  }

  @Test
  void takesProductsOf2023() throws IOException {
    Path meta =
        file(
            "meta",
            """
            {"main_category": "All Beauty", "title": "Howard", "price": null, "store": "Howard \
            Products", "categories": [], "details": {"UPC": "1"}, "parent_asin": "B00YQ6X8EX"}
            """);

    EventLog log = read(REVIEW_2023, "meta-file = \"" + meta + "\"");

    assertThat(log.itemAttributes().value("B00YQ6X8EX", "brand")).contains("Howard Products");
    assertThat(log.itemAttributes().value("B00YQ6X8EX", "price")).isEmpty();
    assertThat(log.itemAttributes().value("B00YQ6X8EX", "categories")).isEmpty();
  }

  @Test
  void warnsOfProductsOfAnotherCategory() throws IOException {
    Path meta = file("meta", "{\"parent_asin\": \"B1\", \"title\": \"Other\"}\n");

    read(REVIEW_2023, "meta-file = \"" + meta + "\"");

    assertThat(warnings).containsExactly(meta + ": tells of none of the items that have reviews");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1] | is no JSON object",
        "{'rating':4,'user_id':'b','timestamp':5} | has no parent_asin",
        "{'rating':4,'parent_asin':'','user_id':'b','timestamp':5} | parent_asin id is empty",
        "{'rating':4,'parent_asin':'a','user_id':null,'timestamp':5} | has no user_id",
        "{'rating':4,'parent_asin':'a','user_id':{},'timestamp':5} | has no user_id",
        "{'rating':4,'parent_asin':'a\\ud800','user_id':'b','timestamp':5} | parent_asin \"a\\ud800\" has half a character",
        "{'rating':4,'parent_asin':'a\\u0000','user_id':'b','timestamp':5} | parent_asin \"a\\u0000\" has a NUL character",
        "{'rating':4,'rating':5,'parent_asin':'a','user_id':'b','timestamp':5} | has two fields rating",
        "{'rating':'x','parent_asin':'a','user_id':'b','timestamp':5} | rating \"x\" is not a number",
        "{'rating':true,'parent_asin':'a','user_id':'b','timestamp':5} | rating \"true\" is not a number",
        "{'rating':1e99,'parent_asin':'a','user_id':'b','timestamp':5} | rating \"1e99\" is too large a number",
        "{'rating':4,'parent_asin':'a','user_id':'b','timestamp':1e99} | timestamp \"1e99\" is not a whole number of milliseconds",
        "{'rating':4,'parent_asin':'a','user_id':'b','timestamp':5} {} | has more behind the JSON object",
        "{'rating':4,'parent_asin':'a','user_id':'b','timestamp':NaN} | is not JSON, in column 60: Non-standard token 'NaN'",
        "{'rating':4,'parent_asin':'a','user_id':'b | is not JSON, in column ",
        "{'rating':4,'parent_asin':'a' | is not JSON, in column ",
      })
  void badRowsAreNamedWithFileAndLine(String row, String problem) {
    String content = REVIEW_2023 + "\n" + row.replace('\'', '"') + "\n" + REVIEW_2023;

    assertThatThrownBy(() -> read(content, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder.resolve("reviews") + ":3: " + problem);
  }

  @Test
  void skippedRowsLeaveNoUsersAndNoItems() throws IOException {
    EventLog log = read(REVIEW_2023 + "{\"user_id\":\"x\"}\n" + REVIEW_2023, "bad-rows = skip");

    assertThat(log).hasToString("2 events of 1 users and 1 items");
    assertThat(warnings)
        .containsExactly(
            folder.resolve("reviews")
                + ": skipped 1 of 3 rows, such as line 2: has no parent_asin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'overall':1} | :1: there must be either reviewerID (2018) or user_id (2023)",
        "1,2 | :1: is neither a JSON object nor a row of four columns",
        "1,2,3,4 | :1: does not show whether the user or the item comes first",
      })
  void asksForTheLayoutWhereItCannotBeSeen(String row, String problem) {
    assertThatThrownBy(() -> read(row.replace('\'', '"'), ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("reviews") + problem + "; say how it is written with layout = ...");
  }

  @Test
  void deepAndLongRowsAreRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    String number = "{\"a\":" + "9".repeat(100_000) + "}";

    assertThatThrownBy(() -> read(REVIEW_2023 + deep, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(":2: is not JSON, in column ");
    assertThatThrownBy(() -> read(REVIEW_2023 + number, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(":2: is not JSON, in column ");
    assertThatThrownBy(() -> read(REVIEW_2023 + " ".repeat(1 << 24) + "{}", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(":2: the line is longer than 16777216 bytes");
  }
}
