package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/** Events without a file. */
final class FakeData {
  private static final int EVENTS_OF_USER = 10;

  private FakeData() {}

  /** Ten events of each user. */
  static final class Grid implements DatasetSource<Grid.GridOptions> {
    record GridOptions(
        @Range(min = 0, max = 1000) int users,
        @Range(min = 10, max = 1000) int items,
        Optional<Path> folder,
        Optional<String> password,
        List<String> lines) {
      GridOptions {
        Check.components(GridOptions.class, users, items, folder, password, lines);
      }
    }

    @Override
    public Class<GridOptions> optionsType() {
      return GridOptions.class;
    }

    @Override
    public String summary() {
      return "events on a grid";
    }

    @Override
    public EventLog read(GridOptions options, ReadContext context) {
      context.warnings().accept("the grid is made up");
      EventLog.Builder log = new EventLog.Builder(true);
      Attributes.Builder titles = new Attributes.Builder(List.of(Attributes.TITLE));
      for (int user = 0; user < options.users(); user++) {
        for (int i = 0; i < EVENTS_OF_USER; i++) {
          int item = (user * user + i * (1 + user % 3)) % options.items();
          log.add("user " + user, "i" + item, 1f, 1000L * i + user);
          titles.add("i" + item, List.of("Item No. " + item));
        }
      }
      return log.attributes(Attributes.NONE, titles.build()).build();
    }
  }

  /** Keeps the first users. */
  static final class FirstUsers implements Preparation<FirstUsers.FirstUsersOptions> {
    record FirstUsersOptions(@Range(min = 0) int users) {}

    @Override
    public Class<FirstUsersOptions> optionsType() {
      return FirstUsersOptions.class;
    }

    @Override
    public String summary() {
      return "keeps the first users";
    }

    @Override
    public EventLog prepare(EventLog log, FirstUsersOptions options, SeedTree seeds) {
      return log.filter(row -> log.user(row) < options.users());
    }
  }

  /** Of each user's five events in a row, the last goes to test, the one before to validation. */
  static final class EveryFifth implements Splitter<EveryFifth.EveryFifthOptions> {
    record EveryFifthOptions(boolean validation, boolean test) {}

    @Override
    public Class<EveryFifthOptions> optionsType() {
      return EveryFifthOptions.class;
    }

    @Override
    public String summary() {
      return "holds two of five out";
    }

    @Override
    public Split split(Dataset dataset, EveryFifthOptions options, SeedTree seeds) {
      return Split.assign(
          dataset,
          position ->
              switch (position % 5) {
                case 4 -> options.test() ? Split.Part.TEST : Split.Part.TRAIN;
                case 3 -> options.validation() ? Split.Part.VALIDATION : Split.Part.TRAIN;
                default -> Split.Part.TRAIN;
              });
    }
  }

  /**
   * Of every five users, one is for the test and one for validation: their last two events are held
   * out, the others are there to fold in.
   */
  static final class HeldOutUsers implements Splitter<HeldOutUsers.HeldOutUsersOptions> {
    record HeldOutUsersOptions() {}

    @Override
    public Class<HeldOutUsersOptions> optionsType() {
      return HeldOutUsersOptions.class;
    }

    @Override
    public String summary() {
      return "holds two of five users out";
    }

    @Override
    public Split split(Dataset dataset, HeldOutUsersOptions options, SeedTree seeds) {
      return Split.assign(
          dataset,
          position -> {
            int user = position / EVENTS_OF_USER;
            boolean last = position % EVENTS_OF_USER >= EVENTS_OF_USER - 2;
            return switch (user % 5) {
              case 3 -> last ? Split.Part.VALIDATION : Split.Part.FOLD_IN;
              case 4 -> last ? Split.Part.TEST : Split.Part.FOLD_IN;
              default -> Split.Part.TRAIN;
            };
          });
    }
  }

  /** The test items, and as many of the first items. */
  static final class Some implements CandidatePolicy<Some.SomeOptions> {
    record SomeOptions(@Range(min = 0) int count) {}

    @Override
    public Class<SomeOptions> optionsType() {
      return SomeOptions.class;
    }

    @Override
    public String summary() {
      return "the first items";
    }

    @Override
    public Optional<String> sampler(SomeOptions options) {
      return Optional.of("some-" + options.count());
    }

    @Override
    public Optional<CandidateLists> draw(
        Dataset dataset, Split split, SomeOptions options, SeedTree seeds) {
      CandidateLists.Builder lists = new CandidateLists.Builder();
      for (int user = 0; user < split.test().users(); user++) {
        for (int item : split.test().distinctItems(user)) {
          lists.add(user, item);
        }
        for (int item = 0; item < options.count(); item++) {
          lists.add(user, item);
        }
      }
      return Optional.of(lists.build(split.test().users(), split.test().items()));
    }
  }
}
