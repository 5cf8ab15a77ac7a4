package org.recsys4j.data.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;
import org.recsys4j.data.privacy.Anonymize.Ids;
import org.recsys4j.data.privacy.Anonymize.Options;
import org.recsys4j.data.privacy.Anonymize.Times;

class AnonymizeTest {
  private static final SeedTree SEEDS = new SeedTree(1);
  private static final String KEY = "0123456789abcdef";
  private static final Anonymize STEP =
      new Anonymize(name -> name.equals("KEY") ? Optional.of(KEY + "\n") : Optional.empty());

  private static Options options(Ids ids, List<String> drop, Times times) {
    return new Options(Optional.empty(), "KEY", ids, drop, times);
  }

  private static EventLog log() {
    return new EventLog.Builder(true)
        .part(Part.TRAIN)
        .add("ann", "tea", 3, 7_199)
        .add("bob", "tea", 1, -1)
        .part(Part.TEST)
        .add("ann", "milk", 2, 86_400)
        .candidate(0, 1)
        .attributes(
            new Attributes.Builder(List.of("email", "age"))
                .add("ann", List.of("ann@example.org", "33"))
                .build(),
            new Attributes.Builder(List.of("title")).add("tea", List.of("Green tea")).build())
        .build();
  }

  /** {@code printf user:ann | openssl dgst -sha256 -hmac Jefe} begins with these 32 digits. */
  @Test
  void namesAreHmacSha256() {
    Pseudonyms names = new Pseudonyms("Jefe".getBytes(StandardCharsets.UTF_8));
    assertThat(names.of("user", "ann")).isEqualTo("cc434d510e7992d4d85513debac8d63e");
    assertThat(names.of("item", "ann")).isNotEqualTo(names.of("user", "ann"));
  }

  @Test
  void eventsStayAndIdsGo() {
    EventLog log = log();
    EventLog anonymous =
        STEP.prepare(log, options(Ids.BOTH, List.of("email", "title"), Times.HOUR), SEEDS);

    Pseudonyms names = new Pseudonyms(KEY.getBytes(StandardCharsets.UTF_8));
    assertThat(anonymous.users().id(0)).isEqualTo(names.of("user", "ann"));
    assertThat(anonymous.items().id(1)).isEqualTo(names.of("item", "milk"));
    assertThat(anonymous.size()).isEqualTo(3);
    assertThat(anonymous.value(0)).isEqualTo(3);
    assertThat(anonymous.time(0)).isEqualTo(3_600);
    assertThat(anonymous.time(1)).isEqualTo(-3_600);
    assertThat(anonymous.given()).isEqualTo(log.given());
    assertThat(anonymous.userAttributes().columns()).containsExactly("age");
    assertThat(anonymous.userAttributes().value(names.of("user", "ann"), "age")).contains("33");
    assertThat(anonymous.itemAttributes().columns()).isEmpty();
  }

  @Test
  void usersAloneAreReplacedIfAsked() {
    EventLog anonymous = STEP.prepare(log(), options(Ids.USERS, List.of(), Times.DAY), SEEDS);

    assertThat(anonymous.items().id(0)).isEqualTo("tea");
    assertThat(anonymous.users().id(0)).isNotEqualTo("ann");
    assertThat(anonymous.time(2)).isEqualTo(86_400);
    assertThat(anonymous.time(1)).isEqualTo(-86_400);
  }

  @Test
  void otherKeysGiveOtherNames(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "another key of bytes\r\n");
    Options inFile = new Options(Optional.of(key), "KEY", Ids.BOTH, List.of(), Times.EXACT);

    EventLog one = STEP.prepare(log(), options(Ids.BOTH, List.of(), Times.EXACT), SEEDS);
    EventLog other = STEP.prepare(log(), inFile, SEEDS);
    assertThat(other.users().id(0)).isNotEqualTo(one.users().id(0));
    assertThat(other.users().id(0))
        .isEqualTo(
            new Pseudonyms("another key of bytes".getBytes(StandardCharsets.UTF_8))
                .of("user", "ann"));
    assertThat(inFile.toString()).doesNotContain("another key");
  }

  @Test
  void keysThatAreMissingOrShortAreRefused(@TempDir Path folder) throws Exception {
    assertThatThrownBy(
            () ->
                STEP.prepare(
                    log(),
                    new Options(Optional.empty(), "NONE", Ids.BOTH, List.of(), Times.EXACT),
                    SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no key: set environment variable NONE");
    Path key = Files.writeString(folder.resolve("key"), "secret\n");
    assertThatThrownBy(
            () ->
                STEP.prepare(
                    log(),
                    new Options(Optional.of(key), "KEY", Ids.BOTH, List.of(), Times.EXACT),
                    SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("the key in file " + key + " is shorter than 16 bytes");
    assertThatThrownBy(
            () -> STEP.prepare(log(), options(Ids.BOTH, List.of("name"), Times.EXACT), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("anonymize: no column \"name\" to drop; there are: [email, age, title]");
  }

  @Property(tries = 50)
  void nothingButIdsAndTimesChanges(@ForAll("logs") EventLog log) {
    EventLog anonymous = STEP.prepare(log, options(Ids.BOTH, List.of(), Times.EXACT), SEEDS);

    assertThat(anonymous.toInteractions()).isEqualTo(log.toInteractions());
    for (int user = 0; user < log.users().size(); user++) {
      assertThat(anonymous.users().indexOf(log.users().id(user))).isEqualTo(-1);
    }
  }

  @Provide
  Arbitrary<EventLog> logs() {
    return Events.logs();
  }

  @Test
  void whatIsKnownOfEventsAndLinksGoesAlongUnderNewNames() {
    EventLog.Builder log = new EventLog.Builder(false).columns(List.of("device", "address"));
    log.add("ann", "x", 1, 0).cell(0, "phone").cell(1, "12 Elm Street");
    log.graphs(
        new SocialGraph.Builder().add("ann", "bob", 2).build(),
        new KnowledgeGraph.Builder().link("x", "e").build());
    EventLog source = log.build();
    EventLog both = STEP.prepare(source, options(Ids.BOTH, List.of("address"), Times.EXACT), SEEDS);
    assertThat(both.attributes().columns()).containsExactly("device");
    assertThat(both.attributes().value(0, "device")).contains("phone");
    SocialGraph links = both.catalogue().social();
    int ann = links.nodes().indexOf(both.users().id(0));
    assertThat(links.weight(links.start(ann))).isEqualTo(2);
    assertThat(links.nodes().indexOf("bob")).isEqualTo(IdIndex.UNKNOWN);
    assertThat(both.catalogue().knowledge()).isEqualTo(KnowledgeGraph.NONE);
    EventLog users = STEP.prepare(source, options(Ids.USERS, List.of(), Times.EXACT), SEEDS);
    assertThat(users.catalogue().knowledge().entity("x")).isZero();
  }
}
