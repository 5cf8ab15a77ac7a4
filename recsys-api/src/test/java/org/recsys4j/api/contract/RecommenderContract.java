package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Query;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UnknownUserException;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * What {@link Recommender} and {@link RecommenderFactory} promise, checked on small data: some
 * twenty fits, the largest of 5,000 events. A test class extends this one and names a factory and
 * options; with options for few, quick epochs it takes a second or two.
 *
 * @param <O> the model's options
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RecommenderContract<O extends Record> {
  private static final long SEED = 42;

  private final Checkerboard board = new Checkerboard();
  private final TrainingData log = dataOf(zipf());
  private final ConcurrentMap<TrainingData, Recommender> fitted = new ConcurrentHashMap<>();

  /** For subclasses. */
  protected RecommenderContract() {}

  /**
   * The plug-in under test.
   *
   * @return its factory
   */
  protected abstract RecommenderFactory<O> factory();

  /**
   * Options under which the model learns the {@link Checkerboard} quickly.
   *
   * @return hyper-parameters
   */
  protected abstract O options();

  /**
   * Whether the model tells users of different tastes apart. Popularity and random scores do not;
   * then the board is not expected to be learned.
   *
   * @return true unless overridden
   */
  protected boolean personalised() {
    return true;
  }

  /**
   * Adds what the model needs besides events and ids, such as features of items. Even items and odd
   * items of the {@link Checkerboard} are of different colours. Called from the constructor, so it
   * must not look at fields.
   *
   * @param data events and ids
   * @return the data unless overridden
   */
  protected TrainingData complete(TrainingData data) {
    return data;
  }

  /**
   * How far the score of a user alone may be from the one in a batch, as a share of the largest
   * score of the row: products of other sizes add in another order.
   *
   * @return 1e-5 unless overridden
   */
  protected float tolerance() {
    return 1e-5f;
  }

  /** More users and events than a shard or a batch usually has, or threads would change nothing. */
  private static Interactions zipf() {
    return SmallData.zipf(600, 100, 5000, SEED);
  }

  private TrainingData dataOf(Interactions events) {
    return complete(SmallData.trainingData(events));
  }

  private Recommender fit(TrainingData train, int threads) {
    try (Workers workers = new Workers(threads)) {
      return factory().fit(train, options(), FitContext.of(SEED, workers));
    }
  }

  /** Fits once for all checks that need no fit of their own. */
  private Recommender fitted(TrainingData train) {
    return fitted.computeIfAbsent(train, data -> fit(data, 1));
  }

  private float[] scores(Recommender model, TrainingData train) {
    return Scoring.scoreAll(model, train.interactions());
  }

  /** Options are a record, of the type that the factory names. */
  @Test
  public void optionsAreARecord() {
    ConfigurableChecks.optionsAreARecord(factory(), options());
  }

  /** {@code recsys list} prints the summary in one line. */
  @Test
  public void summaryIsOneLine() {
    ConfigurableChecks.summaryIsOneLine(factory());
  }

  /** Every user of the board is recommended the one missing item of its colour. */
  @Test
  public void recommendsTheMissingSquareOfTheCheckerboard() {
    Assumptions.assumeTrue(personalised(), "the model is not personalised");
    TrainingData train = dataOf(board.interactions());
    Recommender model = fitted(train);
    List<String> wrong = new ArrayList<>();
    for (int user = 0; user < board.users(); user++) {
      UserHistory history = train.interactions().history(user);
      int first = model.recommend(Query.unseen(user, history, board.items(), 1)).item(0);
      if (first != board.missing(user)) {
        wrong.add(
            String.format(Locale.ROOT, "user %d: %d, not %d", user, first, board.missing(user)));
      }
    }
    assertThat(wrong).as("users whose missing square is not recommended").isEmpty();
  }

  /** A new user with the history of a user of the board gets that user's missing square. */
  @Test
  public void recommendsTheMissingSquareToNewUsers() {
    TrainingData train = dataOf(board.interactions());
    Recommender model = fitted(train);
    Assumptions.assumeTrue(personalised(), "the model is not personalised");
    Assumptions.assumeTrue(model.scoresNewUsers(), "the model does not score new users");
    for (int user = 0; user < 4; user++) {
      Query query = Query.unseen(UserBatch.NEW_USER, board.historyLike(user), board.items(), 1);
      assertThat(model.recommend(query).item(0))
          .as("recommendation to a new user with the history of user " + user)
          .isEqualTo(board.missing(user));
    }
  }

  /** Every cell of the batch's rows is overwritten with a finite number. */
  @Test
  public void writesAFiniteScoreIntoEveryCell() {
    Recommender model = fitted(log);
    assertThat(model.items()).as("items()").isEqualTo(log.items());
    scores(model, log);
    Scoring.score(model, Scoring.batch(log.interactions(), 3, 3));
  }

  /** The same data, options and seed give the same scores, bit for bit. */
  @Test
  public void sameSeedSameBits() {
    float[] expected = scores(fitted(log), log);
    Scoring.assertSameBits("a second fit", scores(fit(log, 1), log), expected, log.items());
  }

  /** One, two and four threads give the same scores, bit for bit. */
  @Test
  public void threadsDoNotChangeABit() {
    float[] expected = scores(fitted(log), log);
    for (int threads : new int[] {2, 4}) {
      float[] actual = scores(fit(log, threads), log);
      Scoring.assertSameBits("fit with " + threads + " threads", actual, expected, log.items());
    }
  }

  /** Label, progress and epoch listeners have no influence; epochs are counted from 1. */
  @Test
  public void listenersDoNotChangeABit() {
    List<EpochReport> reports = new ArrayList<>();
    Progress progress = (name, total, unit) -> Progress.Task.SILENT;
    Recommender watched;
    try (Workers workers = new Workers(1)) {
      FitContext context =
          new FitContext(
              "another label",
              new SeedTree(SEED),
              workers,
              Optional.empty(),
              progress,
              reports::add);
      watched = factory().fit(log, options(), context);
    }
    Scoring.assertSameBits(
        "fit with listeners", scores(watched, log), scores(fitted(log), log), log.items());
    assertThat(reports)
        .as("numbers of the epochs reported")
        .extracting(EpochReport::epoch)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, reports.size()).boxed().toList());
  }

  /** What is handed out for validation is a model like any other: it scores every user. */
  @Test
  public void snapshotsForValidationCanBeScored() {
    EverWorse validation = new EverWorse(log.interactions());
    Recommender model;
    try (Workers workers = new Workers(2)) {
      model =
          factory().fit(log, options(), FitContext.of(SEED, workers).withValidation(validation));
    }
    scores(model, log);
    assertThat(validation.measured())
        .as("scores of the snapshots")
        .allMatch(n -> n == log.users() * log.items());
  }

  /**
   * Killed after each of its first epochs, with and without validation, and begun again with the
   * checkpoints that it left, it ends with the bits of a fit that nothing interrupted.
   *
   * @param folder where the checkpoints are kept meanwhile
   */
  @Test
  public void killsDoNotChangeABit(@TempDir Path folder) {
    assertKillsDoNotChangeABit(folder.resolve("plain"), context -> context);
    assertKillsDoNotChangeABit(
        folder.resolve("validated"),
        context -> context.withValidation(new EverWorse(log.interactions())));
  }

  private void assertKillsDoNotChangeABit(Path folder, UnaryOperator<FitContext> setting) {
    try (Workers workers = new Workers(2)) {
      FitContext context = setting.apply(FitContext.of(SEED, workers));
      Recommender expected = factory().fit(log, options(), context);
      FitContext killed = context.withCheckpoints(new KilledAfterSaving(folder));
      Recommender actual = KilledAfterSaving.goOn(() -> factory().fit(log, options(), killed));
      Scoring.assertSameBits(
          "killed and gone on with", scores(actual, log), scores(expected, log), log.items());
    }
  }

  /** Several threads that score different users at once get what one thread alone gets. */
  @Test
  public void threadsMayScoreAtOnce() {
    Recommender model = fitted(log);
    int threads = 4;
    int rows = 32;
    List<UserBatch> batches =
        IntStream.range(0, threads)
            .mapToObj(i -> Scoring.batch(log.interactions(), i * rows, (i + 1) * rows))
            .toList();
    List<float[]> expected = batches.stream().map(batch -> Scoring.score(model, batch)).toList();
    AllAtOnce.run(
        threads,
        thread -> {
          for (int round = 0; round < 20; round++) {
            int i = (thread + round) % threads;
            float[] actual = Scoring.score(model, batches.get(i));
            Scoring.assertSameBits("scored at once", actual, expected.get(i), log.items());
          }
        });
  }

  /** A user's scores do not depend on who else is in the batch, nor on the place there. */
  @Test
  public void scoresAUserAloneAsInABatch() {
    Recommender model = fitted(log);
    Interactions histories = log.interactions();
    int[] users = {7, 3, 599, 3, 0, 260};
    float[] together = Scoring.score(model, UserBatch.of(users, 0, users.length, histories));
    for (int row = 0; row < users.length; row++) {
      float[] alone = Scoring.score(model, UserBatch.of(users, row, row + 1, histories));
      Scoring.assertClose(
          "user " + users[row] + " alone",
          alone,
          together,
          row * log.items(),
          log.items(),
          tolerance());
    }
  }

  /**
   * A saved model, loaded again, gives the same scores, bit for bit.
   *
   * @param folder where the model is kept meanwhile
   * @throws IOException if saving or loading fails
   */
  @Test
  public void savedAndLoadedScoresAreTheSameBits(@TempDir Path folder) throws IOException {
    Recommender model = fitted(log);
    Path file = folder.resolve("model.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      model.save(out);
    }
    Recommender loaded;
    try (ModelReader in = new ModelReader(file)) {
      loaded = factory().load(in);
    }
    assertThat(loaded.items()).as("items() when loaded").isEqualTo(model.items());
    assertThat(loaded.parameters()).as("parameters() when loaded").isEqualTo(model.parameters());
    assertThat(loaded.scoresNewUsers())
        .as("scoresNewUsers() when loaded")
        .isEqualTo(model.scoresNewUsers());
    Scoring.assertSameBits("loaded", scores(loaded, log), scores(model, log), log.items());
  }

  /**
   * A file that holds no model ends in an IOException that says so.
   *
   * @param folder where the file is kept meanwhile
   * @throws IOException if the file cannot be written
   */
  @Test
  public void refusesAFileWithoutAModel(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      out.text("unrelated", "no model");
    }
    try (ModelReader in = new ModelReader(file)) {
      assertThatThrownBy(() -> factory().load(in))
          .as("load() from a file without the model's arrays")
          .isInstanceOf(IOException.class);
    }
  }

  /** Fitting is reading: the data are the same afterwards. */
  @Test
  public void leavesTheTrainingDataAlone() {
    Interactions before = zipf();
    fitted(log);
    assertThat(log.interactions()).as("training data after fit()").isEqualTo(before);
  }

  /** Users and items of the catalogue need not have an event. */
  @Test
  public void copesWithUsersAndItemsWithoutEvents() {
    TrainingData sparse =
        dataOf(SmallData.of(9, 7, new int[] {1, 2}, new int[] {1, 4}, new int[] {5, 2}));
    scores(fit(sparse, 2), sparse);
  }

  /** A pair of user and item may occur more than once. */
  @Test
  public void copesWithDuplicatePairs() {
    int[][] pairs = new int[60][];
    Arrays.setAll(pairs, i -> new int[] {i % 6, i % 3 + (i % 6) / 4});
    TrainingData repeated = dataOf(SmallData.of(6, 4, pairs));
    scores(fit(repeated, 2), repeated);
  }

  /** A user may have had every item there is, so that no negative example is left. */
  @Test
  public void copesWithUsersWhoHadEverything() {
    int[][] pairs = new int[12][];
    Arrays.setAll(pairs, i -> new int[] {i / 4, i % 4});
    TrainingData full = dataOf(SmallData.of(3, 4, pairs));
    scores(fit(full, 2), full);
  }

  /** One user, one item, one event. */
  @Test
  public void copesWithASingleEvent() {
    TrainingData single = dataOf(SmallData.of(1, 1, new int[] {0, 0}));
    scores(fit(single, 2), single);
  }

  /** Without any event, and without times, a model is fitted, or the data are refused clearly. */
  @Test
  public void fitsOrRefusesPoorData() {
    for (Interactions poor :
        List.of(Interactions.none(5, 6), SmallData.withoutTimes(board.interactions()))) {
      TrainingData train = dataOf(poor);
      try {
        scores(fit(train, 1), train);
      } catch (InvalidDataException e) {
        assertThat(e).as("refusal of " + poor).message().isNotBlank();
      }
    }
  }

  /** A known user may come with an empty history. */
  @Test
  public void copesWithAnEmptyHistory() {
    Scoring.score(fitted(log), UserBatch.of(0, UserHistory.of()));
  }

  /** New users are scored if, and only if, the model says that it can. */
  @Test
  public void scoresNewUsersIfItSaysSo() {
    Recommender model = fitted(log);
    UserBatch batch = UserBatch.ofNewUsers(List.of(UserHistory.of(0, 5, 2), UserHistory.of()));
    if (model.scoresNewUsers()) {
      Scoring.score(model, batch);
    } else {
      assertThatExceptionOfType(UnknownUserException.class)
          .as("scoring new users although scoresNewUsers() is false")
          .isThrownBy(() -> Scoring.score(model, batch));
    }
  }

  /** The number of parameters is counted. */
  @Test
  public void parametersAreCounted() {
    assertThat(fitted(log).parameters()).as("parameters()").isNotNegative();
  }
}
