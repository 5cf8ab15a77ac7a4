package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.prepare.Deduplicate;
import org.recsys4j.data.prepare.KCore;

class EmbeddedSourcesTest {
  private static final SeedTree SEEDS = new SeedTree(42);
  private static final KCore.Options FIVE = new KCore.Options(5, 5);

  private static EventLog purchases;
  private static EventLog ratings;

  @BeforeAll
  static void read() throws IOException {
    purchases = new OnlineRetail().read(new OnlineRetail.Options(), ReadContext.SILENT);
    ratings = new MovieTweetings().read(new MovieTweetings.Options(), ReadContext.SILENT);
  }

  @Test
  void onlineRetailHasItsPublishedSize() {
    assertThat(purchases).hasToString("396337 events of 4334 users and 3659 items");
    assertThat(purchases.hasTimes()).isTrue();
  }

  @Test
  void firstPurchasesAndTheirCoreHaveTheirPublishedSizes() {
    EventLog first =
        new Deduplicate()
            .prepare(purchases, new Deduplicate.Options(Deduplicate.Keep.FIRST), SEEDS);

    assertThat(first.size()).isEqualTo(266_221);
    assertThat(new KCore().prepare(first, FIVE, SEEDS))
        .hasToString("264510 events of 4074 users and 3145 items");
  }

  @Test
  void onlineRetailTellsQuantitiesTimesTitlesAndCountries() {
    assertThat(purchases.users().id(purchases.user(0))).isEqualTo("17850");
    assertThat(purchases.items().id(purchases.item(0))).isEqualTo("21730");
    assertThat(purchases.value(0)).isEqualTo(6);
    assertThat(purchases.time(0)).isEqualTo(1_291_191_960);
    assertThat(purchases.itemAttributes().columns()).containsExactly("title", "median_price");
    assertThat(purchases.itemAttributes().value("10002", "title"))
        .contains("INFLATABLE POLITICAL GLOBE");
    assertThat(purchases.itemAttributes().value("10002", "median_price")).contains("0.85");
    assertThat(purchases.userAttributes().value("12347", "country")).contains("Iceland");
  }

  @Test
  void movieTweetingsHasItsPublishedSizes() {
    assertThat(ratings).hasToString("141695 events of 21081 users and 12611 items");
    assertThat(new KCore().prepare(ratings, FIVE, SEEDS))
        .hasToString("102461 events of 5973 users and 3119 items");
  }

  @Test
  void movieTweetingsTellsRatingsTimesAndFilms() {
    assertThat(ratings.users().id(ratings.user(0))).isEqualTo("12439");
    assertThat(ratings.value(0)).isEqualTo(6);
    assertThat(ratings.time(0)).isEqualTo(1_362_062_307);
    assertThat(ratings.itemAttributes().columns()).containsExactly("title", "year", "genres");
    assertThat(ratings.itemAttributes().value("0002844", "title"))
        .contains("Fantômas - À l'ombre de la guillotine");
    assertThat(ratings.itemAttributes().value("0002844", "genres")).contains("Crime|Drama");
    assertThat(ratings.itemAttributes().value("0001223", "year")).contains("1910");
    assertThat(IntStream.range(0, ratings.size()).mapToObj(ratings::value))
        .allMatch(value -> value >= 0 && value <= 10 && value == Math.rint(value));
  }

  @Test
  void refusesAFileWhoseChecksumDiffers() {
    String wrong = "0".repeat(64);

    assertThatThrownBy(() -> new EmbeddedFile("movietweetings/LICENSE", wrong).open())
        .isInstanceOf(InvalidDataException.class)
        .hasMessageMatching(
            "movietweetings/LICENSE in the jar of recsys-data is damaged: its SHA-256 is"
                + " [0-9a-f]{64}, not 0{64}");
  }

  @Test
  void aFileMissingFromTheJarIsNotTheUsersFault() {
    assertThatThrownBy(() -> new EmbeddedFile("no/such", "").open())
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("the jar of recsys-data lacks no/such");
  }
}
