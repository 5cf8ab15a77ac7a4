package org.recsys4j.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeedTreeTest {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** The first outputs of the reference implementation of SplitMix64 (Vigna) for two seeds. */
  @Test
  void mixGivesThePublishedNumbersOfSplitMix64() {
    assertThat(outputs(0))
        .containsExactly(0xe220a8397b1dcdafL, 0x6e789e6aa1b965f4L, 0x06c45d188009454fL);
    assertThat(outputs(1234567))
        .containsExactly(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"));
  }

  /** The generator adds its constant before each output, which mix does once itself. */
  private static long[] outputs(long seed) {
    return LongStream.iterate(seed, state -> state + GOLDEN_GAMMA)
        .limit(3)
        .map(SeedTree::mix)
        .toArray();
  }

  /** The test vectors of FNV-1a, 64 bits (Fowler, Noll, Vo). */
  @Test
  void namesAreHashedByFnv1a() {
    assertThat(new SeedTree(42).child("").seed()).isEqualTo(mixed(42, 0xcbf29ce484222325L));
    assertThat(new SeedTree(42).child("a").seed()).isEqualTo(mixed(42, 0xaf63dc4c8601ec8cL));
    assertThat(new SeedTree(7).child("foobar").seed()).isEqualTo(mixed(7, 0x85944171f73967e8L));
  }

  private static long mixed(long seed, long hash) {
    return SeedTree.mix(SeedTree.mix(seed) ^ hash);
  }

  /** Numbers that saved experiments depend on: they must never change. */
  @Test
  void childrenStayWhatTheyAre() {
    SeedTree root = new SeedTree(42);
    assertThat(root.child("bpr-mf").seed()).isEqualTo(0x11e170334d17b729L);
    assertThat(root.child("bpr-mf").child("epoch", 3).seed()).isEqualTo(0xa45b755ee2a3b7e7L);
    assertThat(root.child("größe").seed()).isEqualTo(0x9b767acf5d98d4a2L);
  }

  @Test
  void aChildDependsOnItsOwnPathAlone() {
    SeedTree root = new SeedTree(42);
    SeedTree before = root.child("ease");
    root.child("another").child("epoch", 1).random().nextLong();
    root.random().nextLong();
    assertThat(root.child("ease")).isEqualTo(before);
  }

  @Test
  void siblingsCousinsAndNeighbouringSeedsDiffer() {
    Set<Long> seeds = new HashSet<>();
    int count = 0;
    for (long seed = 0; seed < 20; seed++) {
      SeedTree root = new SeedTree(seed);
      for (int i = 0; i < 50; i++) {
        seeds.add(root.child("epoch", i).seed());
        seeds.add(root.child("epoch").child("shard", i).seed());
        seeds.add(root.child("epoch" + i).seed());
        count += 3;
      }
    }
    assertThat(seeds).hasSize(count);
  }

  /** Half of the bits differ between siblings, in the mean: 32 of 64, with a deviation of 4. */
  @Test
  void siblingsShareNoMoreBitsThanChanceAllows() {
    SeedTree root = new SeedTree(1);
    int pairs = 1000;
    long different = 0;
    for (int i = 0; i < pairs; i++) {
      long next = root.child("shard", i + 1).seed();
      different += Long.bitCount(root.child("shard", i).seed() ^ next);
    }
    assertThat((double) different / pairs).isBetween(31.4, 32.6); // 32 +- 4.7 standard errors
  }

  @Test
  void eachGeneratorStartsAnew() {
    SeedTree tree = new SeedTree(9).child("x");
    assertThat(tree.random().nextLong()).isEqualTo(tree.random().nextLong());
    assertThat(tree.random().nextLong()).isNotEqualTo(tree.child("x").random().nextLong());
  }

  @Property
  void mixCanBeUndone(@ForAll long value) {
    assertThat(unmix(SeedTree.mix(value))).isEqualTo(value);
  }

  /** The inverse of each step in turn; the factors are inverses modulo 2^64. */
  private static long unmix(long mixed) {
    long z = mixed ^ (mixed >>> 31) ^ (mixed >>> 62);
    z *= 0x319642b2d24d8ec3L;
    z = z ^ (z >>> 27) ^ (z >>> 54);
    z *= 0x96de1b173f119089L;
    z = z ^ (z >>> 30) ^ (z >>> 60);
    return z - GOLDEN_GAMMA;
  }
}
