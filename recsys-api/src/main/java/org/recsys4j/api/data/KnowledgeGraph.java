package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Facts about items and what belongs to them, as triples of head, relation and tail: {@code (Heat,
 * directed-by, Michael Mann)}. Entities have ids of their own, and some of them are items.
 * Immutable.
 *
 * <p>Holds 12 bytes a triple, and the ids.
 */
public final class KnowledgeGraph {
  /** Nothing is known. */
  public static final KnowledgeGraph NONE = new Builder().build();

  private final IdIndex entities;
  private final IdIndex relations;
  private final int[] heads;
  private final int[] relationOf;
  private final int[] tails;
  private final IdIndex items;
  private final int[] entityOf;

  private KnowledgeGraph(Builder builder) {
    SortedIds sortedEntities = SortedIds.of(builder.entities.build());
    SortedIds sortedRelations = SortedIds.of(builder.relations.build());
    SortedIds sortedItems = SortedIds.of(builder.items.build());
    this.entities = sortedEntities.ids();
    this.relations = sortedRelations.ids();
    this.heads = sortedEntities.places(builder.heads, builder.size);
    this.relationOf = sortedRelations.places(builder.relationOf, builder.size);
    this.tails = sortedEntities.places(builder.tails, builder.size);
    this.items = sortedItems.ids();
    this.entityOf = new int[items.size()];
    for (int item = 0; item < items.size(); item++) {
      entityOf[sortedItems.place(item)] = sortedEntities.place(builder.entityOf[item]);
    }
  }

  /**
   * What facts are about.
   *
   * @return ids of entities
   */
  public IdIndex entities() {
    return entities;
  }

  /**
   * The kinds of facts.
   *
   * @return ids of relations
   */
  public IdIndex relations() {
    return relations;
  }

  /**
   * The number of triples.
   *
   * @return zero or more
   */
  public int size() {
    return heads.length;
  }

  /**
   * What a fact is about.
   *
   * @param triple from 0 to {@code size() - 1}, in the order of the source
   * @return an index in {@link #entities}
   */
  public int head(int triple) {
    return heads[triple];
  }

  /**
   * Which kind of fact it is.
   *
   * @param triple from 0 to {@code size() - 1}
   * @return an index in {@link #relations}
   */
  public int relation(int triple) {
    return relationOf[triple];
  }

  /**
   * What a fact says.
   *
   * @param triple from 0 to {@code size() - 1}
   * @return an index in {@link #entities}
   */
  public int tail(int triple) {
    return tails[triple];
  }

  /**
   * The items that are entities, with and without events.
   *
   * @return external ids of items
   */
  public IdIndex items() {
    return items;
  }

  /**
   * The entity that an item is.
   *
   * @param item external id of an item
   * @return an index in {@link #entities}, or {@link IdIndex#UNKNOWN}
   */
  public int entity(String item) {
    int index = items.indexOf(item);
    return index == IdIndex.UNKNOWN ? IdIndex.UNKNOWN : entityOf[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnowledgeGraph that
        && entities.equals(that.entities)
        && relations.equals(that.relations)
        && items.equals(that.items)
        && Arrays.equals(heads, that.heads)
        && Arrays.equals(relationOf, that.relationOf)
        && Arrays.equals(tails, that.tails)
        && Arrays.equals(entityOf, that.entityOf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entities, relations, Arrays.hashCode(tails));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d triples of %d entities and %d relations, %d items",
        size(),
        entities.size(),
        relations.size(),
        items.size());
  }

  /** Collects triples. For one thread. */
  public static final class Builder {
    private final IdIndex.Builder entities = new IdIndex.Builder();
    private final IdIndex.Builder relations = new IdIndex.Builder();
    private final IdIndex.Builder items = new IdIndex.Builder();
    private int[] heads = new int[64];
    private int[] relationOf = new int[64];
    private int[] tails = new int[64];
    private int[] entityOf = new int[64];
    private int size;

    /** An empty graph. */
    public Builder() {}

    /**
     * Adds a fact.
     *
     * @param head id of the entity that it is about
     * @param relation id of its kind
     * @param tail id of the entity that it names
     * @return this
     * @throws IllegalArgumentException if an id is empty
     */
    public Builder add(String head, String relation, String tail) {
      if (head.isEmpty() || relation.isEmpty() || tail.isEmpty()) {
        throw new IllegalArgumentException("an id of a triple is empty");
      }
      if (size == heads.length) {
        heads = Arrays.copyOf(heads, 2 * size);
        relationOf = Arrays.copyOf(relationOf, 2 * size);
        tails = Arrays.copyOf(tails, 2 * size);
      }
      heads[size] = entities.add(head);
      relationOf[size] = relations.add(relation);
      tails[size++] = entities.add(tail);
      return this;
    }

    /**
     * Tells that an item is an entity; the last word on an item counts.
     *
     * @param item external id of the item
     * @param entity id of the entity, of which there may be no triple
     * @return this
     * @throws IllegalArgumentException if an id is empty
     */
    public Builder link(String item, String entity) {
      if (item.isEmpty() || entity.isEmpty()) {
        throw new IllegalArgumentException((item.isEmpty() ? "item" : "entity") + " id is empty");
      }
      int index = items.add(item);
      if (index == entityOf.length) {
        entityOf = Arrays.copyOf(entityOf, 2 * index);
      }
      entityOf[index] = entities.add(entity);
      return this;
    }

    /**
     * Freezes what was added.
     *
     * @return the graph
     */
    public KnowledgeGraph build() {
      return new KnowledgeGraph(this);
    }
  }
}
