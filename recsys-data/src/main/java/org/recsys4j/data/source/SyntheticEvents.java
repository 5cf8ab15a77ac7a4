package org.recsys4j.data.source;

import java.util.SplittableRandom;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.source.Synthetic.Values;

/** Draws the events of {@link Synthetic}, one after the other. */
final class SyntheticEvents {
  /** After so many refusals an item is taken whatever the user's taste. */
  static final int MOST_DRAWS = 64;

  /** So that the logistic function is met to within 0.0015, at an affinity of 20. */
  private static final int SLOTS = 1 << 12;

  private static final double SECONDS_OF_A_DAY = 86_400;

  private final Synthetic.Options options;
  private final SplittableRandom random;
  private final ZipfTable userRanks;
  private final ZipfTable itemRanks;
  private final float[] userFactors;
  private final float[] itemFactors;
  private final double[] acceptance;
  private long event = -1;
  private int user;
  private int item;
  private double taste; // the product of the factors of both, from -1 to 1

  SyntheticEvents(Synthetic.Options options, SeedTree seed) {
    this.options = options;
    this.random = seed.child("events").random();
    this.userRanks = new ZipfTable(options.users(), options.userExponent());
    this.itemRanks = new ZipfTable(options.items(), options.exponent());
    this.userFactors = factors(options.users(), seed.child("users").random());
    this.itemFactors = factors(options.items(), seed.child("items").random());
    this.acceptance = acceptance(options.affinity());
  }

  /** Points that are uniform on the unit sphere, as normal numbers are in every direction. */
  private float[] factors(int count, SplittableRandom from) {
    int width = options.factors();
    float[] factors = new float[count * width];
    double[] point = new double[width];
    for (int start = 0; start < factors.length; start += width) {
      double square = 0;
      for (int f = 0; f < width; f++) {
        point[f] = normal(from);
        square += point[f] * point[f];
      }
      double length = Math.sqrt(square);
      for (int f = 0; f < width; f++) {
        factors[start + f] = (float) (point[f] / length);
      }
    }
    return factors;
  }

  /** Box and Muller's, with functions whose bits are the same on every machine; never all zero. */
  private static double normal(SplittableRandom from) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - from.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * from.nextDouble());
  }

  /** Goes to the next event. */
  void next() {
    event++;
    user = userRanks.draw(random);
    int draws = options.factors() > 0 && options.affinity() > 0 ? 0 : MOST_DRAWS;
    do {
      item = item(itemRanks.draw(random));
      taste = taste();
      draws++;
    } while (draws < MOST_DRAWS && !accepted());
  }

  private int item(int rank) {
    long shift = (long) (options.drift() * options.items() * ((double) event / options.events()));
    return (int) Math.floorMod(rank - shift, (long) options.items());
  }

  private double taste() {
    int width = options.factors();
    int ofUser = user * width;
    int ofItem = item * width;
    double sum = 0;
    for (int f = 0; f < width; f++) {
      sum += userFactors[ofUser + f] * itemFactors[ofItem + f];
    }
    return sum;
  }

  private boolean accepted() {
    int slot = (int) ((taste + 1) * (SLOTS / 2.0) + 0.5); // the nearest
    return random.nextDouble() < acceptance[Math.max(0, Math.min(SLOTS, slot))];
  }

  /** The logistic function at places from -1 to 1: computing it would take longer than the rest. */
  private static double[] acceptance(double affinity) {
    double[] table = new double[SLOTS + 1];
    for (int slot = 0; slot <= SLOTS; slot++) {
      double place = 2.0 * slot / SLOTS - 1;
      table[slot] = 1 / (1 + StrictMath.exp(-affinity * place));
    }
    return table;
  }

  int user() {
    return user;
  }

  int item() {
    return item;
  }

  float value() {
    if (options.values() == Values.IMPLICIT) {
      return 1;
    }
    double rating = 3 + 2 * taste + options.noise() * normal(random);
    return (float) (Math.max(1, Math.min(10, Math.rint(2 * rating))) / 2);
  }

  long time() {
    return options.start()
        + (long) (event * (options.days() * SECONDS_OF_A_DAY / options.events()));
  }
}
