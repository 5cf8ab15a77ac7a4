package org.recsys4j.api.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Who is linked with whom: trust, friendship, followers. A directed graph with weights over users'
 * external ids, those without events included, in the order of these ids; undirected graphs hold
 * each link twice. Immutable.
 *
 * <p>The links of a node stand at positions {@code start(node)} to {@code end(node) - 1}, in the
 * order of their source. Holds 8 bytes a link and 4 a node, and the ids.
 */
public final class SocialGraph {
  /** Nobody is linked with anybody. */
  public static final SocialGraph NONE = new Builder().build();

  private final IdIndex nodes;
  private final int[] starts;
  private final int[] targets;
  private final float[] weights;

  private SocialGraph(IdIndex nodes, int[] starts, int[] targets, float[] weights) {
    this.nodes = nodes;
    this.starts = starts;
    this.targets = targets;
    this.weights = weights;
  }

  /**
   * Everybody with a link.
   *
   * @return external ids of users
   */
  public IdIndex nodes() {
    return nodes;
  }

  /**
   * The number of links.
   *
   * @return zero or more
   */
  public int size() {
    return targets.length;
  }

  /**
   * The position of a node's first link.
   *
   * @param node an index in {@link #nodes}
   * @return a position; equal to {@link #end} where the node has no link
   */
  public int start(int node) {
    return starts[node];
  }

  /**
   * The position behind a node's last link.
   *
   * @param node an index in {@link #nodes}
   * @return a position
   */
  public int end(int node) {
    return starts[node + 1];
  }

  /**
   * Where a link leads.
   *
   * @param position from 0 to {@code size() - 1}
   * @return an index in {@link #nodes}
   */
  public int target(int position) {
    return targets[position];
  }

  /**
   * How strong a link is.
   *
   * @param position from 0 to {@code size() - 1}
   * @return a finite number; 1 where the source does not tell
   */
  public float weight(int position) {
    return weights[position];
  }

  /**
   * Visits the links both ends of which are among some users.
   *
   * @param users such as those of a {@link Catalogue}
   * @param visitor takes the links, by indices in {@code users}
   */
  public void forEach(IdIndex users, Visitor visitor) {
    int[] indexOf = new int[nodes.size()];
    for (int node = 0; node < indexOf.length; node++) {
      indexOf[node] = users.indexOf(nodes.id(node));
    }
    for (int node = 0; node < indexOf.length; node++) {
      for (int position = starts[node]; position < starts[node + 1]; position++) {
        int target = indexOf[targets[position]];
        if (indexOf[node] != IdIndex.UNKNOWN && target != IdIndex.UNKNOWN) {
          visitor.link(indexOf[node], target, weights[position]);
        }
      }
    }
  }

  /** Takes links. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A link.
     *
     * @param from a user index
     * @param to a user index
     * @param weight how strong it is
     */
    void link(int from, int to, float weight);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SocialGraph that
        && nodes.equals(that.nodes)
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(targets, that.targets)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(nodes, Arrays.hashCode(targets));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d links of %d users", size(), nodes.size());
  }

  /** Collects links in any order. For one thread. */
  public static final class Builder {
    private final IdIndex.Builder nodes = new IdIndex.Builder();
    private int[] from = new int[64];
    private int[] to = new int[64];
    private float[] weights = new float[64];
    private int size;

    /** An empty graph. */
    public Builder() {}

    /**
     * Adds a link.
     *
     * @param user id of a user
     * @param other id of the one that the link leads to
     * @param weight how strong it is
     * @return this
     * @throws IllegalArgumentException if an id is empty or the weight is not finite
     */
    public Builder add(String user, String other, float weight) {
      if (user.isEmpty() || other.isEmpty()) {
        throw new IllegalArgumentException("user id is empty");
      }
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException("weight " + weight + " is not a finite number");
      }
      if (size == from.length) {
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      from[size] = nodes.add(user);
      to[size] = nodes.add(other);
      weights[size++] = weight;
      return this;
    }

    /**
     * Freezes what was added.
     *
     * @return the graph
     */
    public SocialGraph build() {
      SortedIds sorted = SortedIds.of(nodes.build());
      IdIndex ids = sorted.ids();
      int[] starts = new int[ids.size() + 1];
      for (int link = 0; link < size; link++) {
        starts[sorted.place(from[link]) + 1]++;
      }
      for (int node = 0; node < ids.size(); node++) {
        starts[node + 1] += starts[node];
      }
      int[] next = starts.clone();
      int[] targets = new int[size];
      float[] ordered = new float[size];
      for (int link = 0; link < size; link++) {
        int position = next[sorted.place(from[link])]++;
        targets[position] = sorted.place(to[link]);
        ordered[position] = weights[link];
      }
      return new SocialGraph(ids, starts, targets, ordered);
    }
  }
}
