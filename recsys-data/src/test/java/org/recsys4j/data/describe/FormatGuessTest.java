package org.recsys4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.InvalidDataException;

class FormatGuessTest {
  @TempDir Path folder;

  private FormatGuess guess(String text) throws IOException {
    return FormatGuess.of(Files.writeString(folder.resolve("events.txt"), text));
  }

  private void assertColumns(String text, String separator, boolean header, Map<?, ?> columns)
      throws IOException {
    FormatGuess guess = guess(text);
    assertThat(guess.source()).isEqualTo("delimited");
    assertThat(guess.options())
        .containsEntry("separator", separator)
        .containsEntry("header", header)
        .containsEntry("columns", columns)
        .containsEntry("quotes", separator.equals(","));
  }

  @Test
  void usualNamesAreKnown() throws IOException {
    assertColumns(
        "userId,movieId,rating,timestamp\n1,2,3.5,1112486027\n",
        ",",
        true,
        Map.of("user", "userId", "item", "movieId", "value", "rating", "timestamp", "timestamp"));
    assertColumns(
        "user_id:token\titem_id:token\ttimestamp:float\n1\t2\t8e8\n",
        "\t",
        true,
        Map.of("user", "user_id:token", "item", "item_id:token", "timestamp", "timestamp:float"));
    assertColumns(
        "session_id;clicks;item_id\n1;\"2\";3\n",
        ";",
        true,
        Map.of("user", "session_id", "item", "item_id"));
    assertThat(guess("userId,movieId,rating,timestamp\n1,2,3.5,1112486027\n").summary())
        .isEqualTo(
            "separator \",\", a header, user = userId, item = movieId, value = rating,"
                + " timestamp = timestamp");
  }

  @Test
  void numbersStandForColumnsWithoutHeader() throws IOException {
    assertColumns("1 5\n1 7\n2 5\n", " ", false, Map.of("user", "1", "item", "2"));
    assertColumns(
        "1::1193::5::978300760\n1::661::3::978302109\n",
        "::",
        false,
        Map.of("user", "1", "item", "2", "value", "3", "timestamp", "4"));
    assertColumns(
        "a,x,978300760\n", ",", false, Map.of("user", "1", "item", "2", "timestamp", "3"));
    assertColumns("a,x,4\n", ",", false, Map.of("user", "1", "item", "2", "value", "3"));
    assertColumns("a|x|red\n", "|", false, Map.of("user", "1", "item", "2"));
  }

  @Test
  void quotesHideCommas() throws IOException {
    assertColumns(
        "user,item,title\nu,i,\"a, b\"\n", ",", true, Map.of("user", "user", "item", "item"));
  }

  @Test
  void whatCannotBeGuessedIsSaid() throws IOException {
    assertThatThrownBy(() -> guess("0 1 2 3\n1 7\n"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("events.txt: none of tab")
        .hasMessageContaining("\"0 1 2 3\"");
    assertThatThrownBy(() -> guess("")).hasMessageEndingWith("events.txt: is empty");
    assertThatThrownBy(() -> guess("user,thing\na,b\n"))
        .hasMessageContaining("events.txt:1: no usual name of an item's column");
    assertThatThrownBy(() -> FormatGuess.of(folder.resolve("no")))
        .hasMessageEndingWith("no: no such file");
  }

  @Test
  void foldersAreKnownByTheirFiles() throws IOException {
    assertThatThrownBy(() -> FormatGuess.of(folder)).hasMessageContaining("no data set of a known");
    Files.writeString(folder.resolve("ml.train.inter.gz"), "");
    assertThat(FormatGuess.of(folder).source()).isEqualTo("recbole");
    Files.writeString(folder.resolve("ml-1m.test.negative.gz"), "");
    assertThat(FormatGuess.of(folder).options()).containsEntry("dataset", "ml-1m");
    Files.writeString(folder.resolve("train.txt"), "");
    Files.writeString(folder.resolve("test.txt.gz"), "");
    assertThat(FormatGuess.of(folder).source()).isEqualTo("lightgcn");
    Files.writeString(folder.resolve("ratings.dat"), "");
    assertThat(FormatGuess.of(folder))
        .isEqualTo(
            new FormatGuess(
                "movielens",
                Map.of("folder", folder.toString()),
                "the layout of the source movielens"));
  }
}
