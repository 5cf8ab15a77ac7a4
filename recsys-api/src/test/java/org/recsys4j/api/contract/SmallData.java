package org.recsys4j.api.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;

/** Small generated data for tests: the same for the same arguments, always. */
public final class SmallData {
  private static final long FIRST_SECOND = 1_600_000_000L;

  private SmallData() {}

  /**
   * Random events as real logs have them: few items have most of the events (Zipf's law with
   * exponent 1), pairs repeat, several events share a time, ratings run from 1 to 5. One user in
   * ten and one item in ten have no event, those with the highest indices.
   *
   * @param users number of users, at least 1
   * @param items number of items, at least 1
   * @param events number of events
   * @param seed where randomness comes from
   * @return the events
   */
  public static Interactions zipf(int users, int items, int events, long seed) {
    SplittableRandom random = new SeedTree(seed).child("small-data").random();
    int activeUsers = users - users / 10;
    double[] cumulated = new double[items - items / 10];
    double sum = 0;
    for (int item = 0; item < cumulated.length; item++) {
      sum += 1.0 / (item + 1);
      cumulated[item] = sum;
    }
    int[] userOf = new int[events];
    int[] itemOf = new int[events];
    float[] valueOf = new float[events];
    long[] timeOf = new long[events];
    for (int event = 0; event < events; event++) {
      userOf[event] = random.nextInt(activeUsers);
      int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
      itemOf[event] = Math.min(found < 0 ? ~found : found, cumulated.length - 1);
      valueOf[event] = 1 + random.nextInt(5);
      timeOf[event] = FIRST_SECOND + 60L * random.nextInt(Math.max(1, events / 2));
    }
    return Interactions.of(users, items, userOf, itemOf, valueOf, timeOf, events);
  }

  /**
   * Events written out one by one, for cases that are worked by hand; each has value 1.
   *
   * @param users number of users
   * @param items number of items
   * @param pairs {@code {user, item}}, in the order of their times, one second apart
   * @return the events
   */
  public static Interactions of(int users, int items, int[]... pairs) {
    int[] userOf = Arrays.stream(pairs).mapToInt(pair -> pair[0]).toArray();
    int[] itemOf = Arrays.stream(pairs).mapToInt(pair -> pair[1]).toArray();
    float[] valueOf = new float[pairs.length];
    Arrays.fill(valueOf, 1f);
    long[] timeOf = new long[pairs.length];
    Arrays.setAll(timeOf, event -> FIRST_SECOND + event);
    return Interactions.of(users, items, userOf, itemOf, valueOf, timeOf, pairs.length);
  }

  /**
   * The same events, their times forgotten.
   *
   * @param events any events
   * @return the events in the same order
   */
  public static Interactions withoutTimes(Interactions events) {
    int[] userOf = new int[events.size()];
    int[] itemOf = new int[events.size()];
    float[] valueOf = new float[events.size()];
    for (int user = 0; user < events.users(); user++) {
      Arrays.fill(userOf, events.start(user), events.end(user), user);
    }
    for (int event = 0; event < events.size(); event++) {
      itemOf[event] = events.item(event);
      valueOf[event] = events.value(event);
    }
    return Interactions.of(
        events.users(), events.items(), userOf, itemOf, valueOf, new long[0], events.size());
  }

  /**
   * Events with a catalogue of made-up ids: {@code u0}, {@code u1}, … and {@code i0}, {@code i1},
   * ….
   *
   * @param events any events
   * @return the training data
   */
  public static TrainingData trainingData(Interactions events) {
    return new TrainingData(
        new Catalogue(ids("u", events.users()), ids("i", events.items())), events);
  }

  private static IdIndex ids(String prefix, int count) {
    return IdIndex.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
  }
}
