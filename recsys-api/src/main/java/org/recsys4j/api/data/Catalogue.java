package org.recsys4j.api.data;

import java.util.List;

/**
 * Who and what there is: the ids behind user and item indices, and what is known of them. It covers
 * the whole data set, whatever the split: an item that occurs in the test part alone has an index,
 * too. Tables and graphs go by external ids, so they may tell of users and items without events.
 *
 * @param users ids of users
 * @param items ids of items
 * @param userAttributes what is known of users
 * @param itemAttributes what is known of items
 * @param social who is linked with whom
 * @param knowledge facts about items
 */
public record Catalogue(
    IdIndex users,
    IdIndex items,
    Attributes userAttributes,
    Attributes itemAttributes,
    SocialGraph social,
    KnowledgeGraph knowledge) {
  /** Nobody and nothing. */
  public static final Catalogue EMPTY = new Catalogue(IdIndex.of(List.of()), IdIndex.of(List.of()));

  /**
   * A catalogue without graphs.
   *
   * @param users ids of users
   * @param items ids of items
   * @param userAttributes what is known of users
   * @param itemAttributes what is known of items
   */
  public Catalogue(
      IdIndex users, IdIndex items, Attributes userAttributes, Attributes itemAttributes) {
    this(users, items, userAttributes, itemAttributes, SocialGraph.NONE, KnowledgeGraph.NONE);
  }

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
   * The same knowledge of other users and items.
   *
   * @param otherUsers ids of users
   * @param otherItems ids of items
   * @return a new catalogue
   */
  public Catalogue with(IdIndex otherUsers, IdIndex otherItems) {
    return new Catalogue(otherUsers, otherItems, userAttributes, itemAttributes, social, knowledge);
  }

  /** The same users, items and graphs with other tables. */
  Catalogue with(Attributes ofUsers, Attributes ofItems) {
    return new Catalogue(users, items, ofUsers, ofItems, social, knowledge);
  }

  /** The same users, items and tables with other graphs. */
  Catalogue with(SocialGraph links, KnowledgeGraph facts) {
    return new Catalogue(users, items, userAttributes, itemAttributes, links, facts);
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
