package org.recsys4j.data.source;

import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/**
 * Events that are made up, by rules that are known: for tests, and for studies of how time and
 * memory grow with users, items and events. Whatever a model finds in them, it finds for a reason
 * given here.
 *
 * <p>Event e of E, from 0, is drawn like this:
 *
 * <ul>
 *   <li>its time is {@code start + floor(e · days · 86400 / E)}, so that rows are in the order of
 *       time, and equal times occur where there are more events than seconds;
 *   <li>its user u, from 0, with probability proportional to (u + 1)^-{@code user-exponent}: Zipf's
 *       law; 0 makes all users alike;
 *   <li>its item i with probability proportional to r^-{@code exponent} · σ({@code affinity} ·
 *       ⟨p_u, q_i⟩), where σ is the logistic function, p_u and q_i are the user's and the item's
 *       factors, each uniform on the unit sphere of {@code factors} dimensions, and r is the item's
 *       rank at that time, {@code r = 1 + (i + floor(drift · items · e / E)) mod items}. With
 *       {@code affinity = 0}, or {@code factors = 0}, popularity alone decides;
 *   <li>its value is 1, or with {@code values = ratings} a rating: {@code 3 + 2 · ⟨p_u, q_i⟩ +
 *       noise · g}, with a standard normal g, rounded to half stars from 0.5 to 5.
 * </ul>
 *
 * <p>So, with {@code drift} above 0, every item slides down the ranks as time goes on; when it
 * passes the last, it comes back as the first, as a new hit does: {@code drift = 0.5} replaces half
 * of the catalogue between the first event and the last. A user may have an item more than once,
 * and users or items without an event do not occur. Ids are {@code u0}, {@code u1}, … and {@code
 * i0}, {@code i1}, ….
 *
 * <p>Users and ranks are drawn by the alias method of Walker (ACM Transactions on Mathematical
 * Software 3(3), 1977), factors by refusing ranks with probability 1 - σ; after {@value
 * SyntheticEvents#MOST_DRAWS} refusals the last one is taken. Equal options give equal bits. Needs
 * what the log needs, 12 bytes a user and an item, and 4 bytes a factor of each.
 */
public final class Synthetic implements DatasetSource<Synthetic.Options> {
  private static final int PROGRESS_STEP = 1 << 16;

  /** The source. */
  public Synthetic() {}

  /** What values are. */
  public enum Values {
    /** 1 for every event. */
    IMPLICIT,
    /** Half stars from 0.5 to 5. */
    RATINGS
  }

  /**
   * The parameters.
   *
   * @param users how many users there are at most
   * @param items how many items there are at most
   * @param events how many events there are
   * @param exponent how unequal items are
   * @param userExponent how unequal users are
   * @param factors dimensions of tastes
   * @param affinity how much tastes matter
   * @param drift share of the catalogue that is replaced over time
   * @param values what values are
   * @param noise standard deviation of ratings around what tastes say
   * @param start time of the first event, in seconds since 1970-01-01 UTC
   * @param days how long it takes
   * @param seed equal seeds give equal events
   */
  public record Options(
      @Range(min = 1, max = 100_000_000) int users,
      @Range(min = 1, max = 100_000_000) int items,
      @Range(min = 1, max = 2_000_000_000) int events,
      @Range(min = 0, max = 10) double exponent,
      @Range(min = 0, max = 10) double userExponent,
      @Range(min = 0, max = 1_000) int factors,
      @Range(min = 0, max = 20) double affinity,
      @Range(min = 0, max = 1_000) double drift,
      Values values,
      @Range(min = 0, max = 100) double noise,
      @Range(min = 0, max = 250_000_000_000.0) long start,
      @Range(min = 0, max = 36_500) double days,
      long seed) {
    /** The most floats that factors of users or of items may take. */
    private static final long MOST_FACTORS = Integer.MAX_VALUE - 8;

    /** Refuses numbers out of range, and factors that no array holds. */
    public Options {
      Check.components(
          Options.class,
          users,
          items,
          events,
          exponent,
          userExponent,
          factors,
          affinity,
          drift,
          values,
          noise,
          start,
          days,
          seed);
      long most = (long) factors * Math.max(users, items);
      Check.argument(
          most <= MOST_FACTORS,
          "factors",
          factors,
          "few enough: times users or items, it passes " + MOST_FACTORS);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "made-up events of any number: Zipf popularity, latent tastes, drift; seeded";
  }

  @Override
  public EventLog read(Options options, ReadContext context) {
    SyntheticEvents events = new SyntheticEvents(options, new SeedTree(options.seed()));
    EventLog.Builder log = new EventLog.Builder(true);
    FirstSeen users = new FirstSeen("u", options.users(), log.users());
    FirstSeen items = new FirstSeen("i", options.items(), log.items());
    try (Progress.Task task = context.progress().start("make events", options.events(), "events")) {
      for (int e = 0; e < options.events(); e++) {
        events.next();
        log.add(
            users.index(events.user()), items.index(events.item()), events.value(), events.time());
        if ((e + 1) % PROGRESS_STEP == 0) {
          task.advance(PROGRESS_STEP);
        }
      }
      task.advance(options.events() % PROGRESS_STEP);
    }
    return log.build();
  }
}
