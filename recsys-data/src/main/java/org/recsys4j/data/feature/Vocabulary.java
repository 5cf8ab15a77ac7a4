package org.recsys4j.data.feature;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** The texts that were seen often enough, numbered from 0 in an order that rows do not decide. */
public final class Vocabulary {
  private static final String NAME = "vocabulary";

  private final IdIndex texts;

  private Vocabulary(IdIndex texts) {
    this.texts = texts;
  }

  /**
   * How many texts there are.
   *
   * @return zero or more
   */
  public int size() {
    return texts.size();
  }

  /**
   * The number of a text.
   *
   * @param text any text
   * @return from 0 to {@code size() - 1}, or -1 for a text that is not there
   */
  public int indexOf(String text) {
    return texts.indexOf(text);
  }

  /**
   * The text of a number.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the text
   */
  public String text(int index) {
    return texts.id(index);
  }

  /**
   * Writes it.
   *
   * @param out where it goes
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    out.texts(NAME, Stream.iterate(0, i -> i < size(), i -> i + 1).map(texts::id).toList());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where it was written to
   * @return an equal vocabulary
   * @throws IOException if it is missing or damaged
   */
  public static Vocabulary load(ModelReader in) throws IOException {
    try {
      return new Vocabulary(IdIndex.of(in.texts(NAME)));
    } catch (IllegalArgumentException e) {
      throw new IOException("the vocabulary is damaged: " + e.getMessage(), e);
    }
  }

  /** Counts texts. For one thread. */
  public static final class Counter {
    private final Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();

    /** Nothing was counted. */
    public Counter() {}

    /**
     * Counts one occurrence.
     *
     * @param text any text
     */
    public void add(String text) {
      counts.addTo(text, 1);
    }

    /**
     * How often a text was counted.
     *
     * @param text any text
     * @return zero or more
     */
    public int count(String text) {
      return counts.getInt(text);
    }

    /**
     * All texts that occur often enough, in alphabetical order.
     *
     * @param minimumCount how often at least
     * @return the vocabulary
     */
    public Vocabulary atLeast(int minimumCount) {
      return new Vocabulary(
          IdIndex.of(frequent(minimumCount, Integer.MAX_VALUE).sorted().toList()));
    }

    /**
     * Texts that occur often enough, the most frequent first, equally frequent ones in alphabetical
     * order.
     *
     * @param minimumCount how often at least
     * @param maximumCount how often at most
     * @param most how many texts at most
     * @return the vocabulary
     */
    public Vocabulary mostFrequent(int minimumCount, int maximumCount, int most) {
      Comparator<String> byCount = Comparator.comparingInt(text -> -count(text));
      List<String> texts =
          frequent(minimumCount, maximumCount)
              .sorted(byCount.thenComparing(Comparator.naturalOrder()))
              .limit(most)
              .toList();
      return new Vocabulary(IdIndex.of(texts));
    }

    private Stream<String> frequent(int minimum, int maximum) {
      return counts.object2IntEntrySet().stream()
          .filter(entry -> entry.getIntValue() >= minimum && entry.getIntValue() <= maximum)
          .map(Object2IntMap.Entry::getKey);
    }
  }
}
