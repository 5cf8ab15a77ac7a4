package org.recsys4j.api.data;

/**
 * Who and what there is: the ids behind user and item indices, and what is known of them. It covers
 * the whole data set, whatever the split: an item that occurs in the test part alone has an index,
 * too.
 *
 * @param users ids of users
 * @param items ids of items
 * @param userAttributes what is known of users
 * @param itemAttributes what is known of items
 */
public record Catalogue(
    IdIndex users, IdIndex items, Attributes userAttributes, Attributes itemAttributes) {
  /**
   * A catalogue without attributes.
   *
   * @param users ids of users
   * @param items ids of items
   */
  public Catalogue(IdIndex users, IdIndex items) {
    this(users, items, Attributes.NONE, Attributes.NONE);
  }

  /**
   * What to show people for an item.
   *
   * @param item an item index
   * @return its title, or its id where it has none
   */
  public String title(int item) {
    String id = items.id(item);
    return itemAttributes.value(id, Attributes.TITLE).orElse(id);
  }
}
