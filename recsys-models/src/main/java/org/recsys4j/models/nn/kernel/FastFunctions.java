package org.recsys4j.models.nn.kernel;

/**
 * Functions of whole arrays in loops that the JDK's compiler turns into vector instructions: no
 * branch, no call, every array at the same index.
 */
final class FastFunctions {
  private static final float EXP_STEPS = 1f / 256;
  private static final float LEAST = -80;
  private static final int FOLD = 128;

  /** So large that its product with a positive number is at least 1, down to 1e-37. */
  private static final float STEEP = 1e37f;

  private FastFunctions() {}

  /** {@code values = f(values + biases)}. */
  static void apply(Activation function, float[] values, float[] biases, int count) {
    switch (function) {
      case IDENTITY -> {
        for (int i = 0; i < count; i++) {
          values[i] += biases[i];
        }
      }
      case RELU -> {
        for (int i = 0; i < count; i++) {
          values[i] = Math.max(0f, values[i] + biases[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          values[i] = values[i] + biases[i];
        }
        sigmoid(values, count);
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          values[i] = values[i] + biases[i];
        }
        tanh(values, count);
      }
      case LEAKY_RELU -> {
        for (int i = 0; i < count; i++) {
          float x = values[i] + biases[i];
          values[i] = Math.max(x, 0.2f * x);
        }
      }
    }
  }

  /** {@code gradients = gradients * f'}, where f' is a function of the outputs. */
  static void back(Activation function, float[] outputs, float[] gradients, int count) {
    switch (function) {
      case IDENTITY -> {}
      case RELU -> {
        for (int i = 0; i < count; i++) { // a factor, since a choice does not vectorise
          gradients[i] *= Math.min(1f, outputs[i] * STEEP);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          gradients[i] *= outputs[i] * (1 - outputs[i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          gradients[i] *= 1 - outputs[i] * outputs[i];
        }
      }
      case LEAKY_RELU -> {
        for (int i = 0; i < count; i++) {
          gradients[i] *= Math.max(0.2f, Math.min(1f, outputs[i] * STEEP));
        }
      }
    }
  }

  /**
   * {@code exp(values)} for values up to 80; below -80 like -80. The fourth-order polynomial of
   * {@code exp(x / 256)}, squared eight times: a relative error below 3e-5, mostly below 1e-5.
   */
  static void exp(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      float y = Math.max(values[i], LEAST) * EXP_STEPS;
      float p = 1 + y * (1 + y * (0.5f + y * (1f / 6 + y * (1f / 24))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      values[i] = p;
    }
  }

  /** {@code exp(values - less)}, as {@link #exp}. */
  static void expLess(float[] values, float less, int count) {
    for (int i = 0; i < count; i++) {
      float y = Math.max(values[i] - less, LEAST) * EXP_STEPS;
      float p = 1 + y * (1 + y * (0.5f + y * (1f / 6 + y * (1f / 24))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      values[i] = p;
    }
  }

  /** {@code values * factor}. */
  static void scale(float[] values, float factor, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factor;
    }
  }

  /** {@code sums += values} from one index to another. */
  static void add(float[] sums, float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] += values[i];
    }
  }

  /** {@code sums += factor * values}. */
  static void addScaled(float[] sums, float factor, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += factor * values[i];
    }
  }

  /** {@code products = a * b}. */
  static void multiply(float[] a, float[] b, float[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = a[i] * b[i];
    }
  }

  /** The sum, in eight sums so that additions overlap. */
  static float sum(float[] values, int count) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i < count - 7; i += 8) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    for (; i < count; i++) {
      s0 += values[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /**
   * The largest number; minus infinity where there is none. Long rows are folded, piece by piece,
   * so that vectors of numbers are compared at once.
   */
  static float max(float[] values, int count) {
    if (count < 4 * FOLD) {
      return maxOfFew(values, count);
    }
    float[] most = new float[FOLD];
    float[] piece = new float[FOLD];
    System.arraycopy(values, count - FOLD, most, 0, FOLD);
    for (int from = 0; from < count - FOLD; from += FOLD) {
      System.arraycopy(values, from, piece, 0, FOLD);
      for (int i = 0; i < FOLD; i++) {
        most[i] = Math.max(most[i], piece[i]);
      }
    }
    return maxOfFew(most, FOLD);
  }

  private static float maxOfFew(float[] values, int count) {
    float a = Float.NEGATIVE_INFINITY;
    float b = a;
    float c = a;
    float d = a;
    int i = 0;
    for (; i < count - 3; i += 4) {
      a = Math.max(a, values[i]);
      b = Math.max(b, values[i + 1]);
      c = Math.max(c, values[i + 2]);
      d = Math.max(d, values[i + 3]);
    }
    for (; i < count; i++) {
      a = Math.max(a, values[i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  /** {@code 1 / (1 + exp(-values))}. */
  static void sigmoid(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      float y = Math.max(-Math.min(values[i], 80f), LEAST) * EXP_STEPS;
      float p = 1 + y * (1 + y * (0.5f + y * (1f / 6 + y * (1f / 24))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      values[i] = 1 / (1 + p);
    }
  }

  /** {@code tanh(values)}, as {@code 2 sigmoid(2 x) - 1}. */
  static void tanh(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      float y = Math.max(-2 * Math.min(values[i], 40f), LEAST) * EXP_STEPS;
      float p = 1 + y * (1 + y * (0.5f + y * (1f / 6 + y * (1f / 24))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      values[i] = 2 / (1 + p) - 1;
    }
  }

  /**
   * Dropout of numbers whose bits are given, without the factor; {@code first} is the place of the
   * first number in the whole, {@code places} begins with {@link Hash#steps}. The same choice as
   * {@link Hash#keeps}, in whole numbers alone, which compiles to vector instructions.
   */
  static void drop(int[] bits, int[] places, int count, double keep, int key, int first) {
    int threshold = (int) Math.min(Integer.MAX_VALUE, Math.round(keep * 0x1p31));
    int base = first * Hash.STEP;
    for (int i = 0; i < count; i++) {
      int x = (places[i] + base) ^ key;
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= x >>> 15;
      x *= 0x846ca68b;
      x ^= x >>> 16;
      bits[i] &= ((x >>> 1) - threshold) >> 31; // all ones where it is below
    }
  }
}
