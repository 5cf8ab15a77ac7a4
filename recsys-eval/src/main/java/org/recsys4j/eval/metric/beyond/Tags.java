package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;

/**
 * What an attribute says of each item, as numbers of tags: genres, categories, a brand. Tags are
 * numbered in alphabetical order, so that the order of items does not matter.
 *
 * @param names the tags
 * @param ofItem for each item its tags, ascending; none where nothing is known
 */
public record Tags(List<String> names, List<int[]> ofItem) {
  private static final int[] NONE = {};

  /**
   * How tags are read.
   *
   * @param column name of the attribute
   * @param separator what stands between two tags
   */
  public record Of(String column, String separator) implements Function<EvaluationContext, Tags> {
    @Override
    public Tags apply(EvaluationContext context) {
      Attributes table = context.catalogue().itemAttributes();
      requireColumn(table, "items", column);
      IdIndex items = context.catalogue().items();
      Map<String, Integer> numbers = new TreeMap<>();
      for (int item = 0; item < items.size(); item++) {
        split(table, items.id(item)).forEach(tag -> numbers.put(tag, 0));
      }
      List<String> names = List.copyOf(numbers.keySet());
      for (int i = 0; i < names.size(); i++) {
        numbers.put(names.get(i), i);
      }
      int[][] ofItem = new int[items.size()][];
      for (int item = 0; item < ofItem.length; item++) {
        int[] tags = split(table, items.id(item)).mapToInt(numbers::get).sorted().toArray();
        ofItem[item] = tags.length == 0 ? NONE : tags;
      }
      return new Tags(names, Arrays.asList(ofItem));
    }

    private Stream<String> split(Attributes table, String id) {
      return table.value(id, column).stream()
          .flatMap(cell -> Stream.of(cell.split(Pattern.quote(separator), -1)))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty())
          .distinct();
    }
  }

  /**
   * Refuses an attribute that is not there.
   *
   * @param table what is known
   * @param whose users or items
   * @param column name of the attribute
   * @throws InvalidDataException naming those that are
   */
  public static void requireColumn(Attributes table, String whose, String column) {
    if (!table.columns().contains(column)) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "option column: the %s have no attribute \"%s\", only %s",
              whose,
              column,
              table.columns()));
    }
  }

  /**
   * The tags of an item.
   *
   * @param item an item index
   * @return numbers of tags, ascending; not to be written to
   */
  public int[] of(int item) {
    return ofItem.get(item);
  }

  /** How many numbers two ascending lists share. */
  static int shared(int[] a, int[] b) {
    int count = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        count++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return count;
  }
}
