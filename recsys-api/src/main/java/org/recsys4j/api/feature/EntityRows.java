package org.recsys4j.api.feature;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;

/**
 * The rows of all users, or of all items: attributes from the catalogue, events from the training
 * part. Rows are made when they are asked for; those of items hold a second copy of the events, up
 * to 20 bytes each while it is made.
 */
public final class EntityRows extends AbstractList<FeatureRow> implements RandomAccess {
  private final IdIndex ids;
  private final Attributes attributes;
  private final Interactions events;

  private EntityRows(IdIndex ids, Attributes attributes, Interactions events) {
    this.ids = ids;
    this.attributes = attributes;
    this.events = events;
  }

  /**
   * The users.
   *
   * @param catalogue ids and attributes
   * @param training the training events
   * @return one row a user index
   */
  public static EntityRows ofUsers(Catalogue catalogue, Interactions training) {
    return new EntityRows(catalogue.users(), catalogue.userAttributes(), training);
  }

  /**
   * The items.
   *
   * @param catalogue ids and attributes
   * @param training the training events
   * @return one row an item index; users stand in the place of items in its events
   */
  public static EntityRows ofItems(Catalogue catalogue, Interactions training) {
    return new EntityRows(catalogue.items(), catalogue.itemAttributes(), transpose(training));
  }

  private static Interactions transpose(Interactions events) {
    int[] users = new int[events.size()];
    int[] items = new int[events.size()];
    float[] values = new float[events.size()];
    long[] times = new long[events.hasTimes() ? events.size() : 0];
    for (int user = 0; user < events.users(); user++) {
      Arrays.fill(users, events.start(user), events.end(user), user);
    }
    for (int event = 0; event < items.length; event++) {
      items[event] = events.item(event);
      values[event] = events.value(event);
      if (times.length > 0) {
        times[event] = events.time(event);
      }
    }
    return Interactions.of(
        events.items(), events.users(), items, users, values, times, items.length);
  }

  @Override
  public FeatureRow get(int index) {
    String id = ids.id(index);
    return FeatureRow.of(id, attributes.row(id), events.history(index));
  }

  @Override
  public int size() {
    return ids.size();
  }

  /**
   * The rows to fit on.
   *
   * @return those with at least one training event
   */
  public List<FeatureRow> training() {
    return IntStream.range(0, size()).filter(i -> events.count(i) > 0).mapToObj(this::get).toList();
  }
}
