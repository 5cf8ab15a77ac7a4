package org.recsys4j.api.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

class HeapLeftTest {
  private static final int WIDTH = 512;

  /** As many rows as make one MiB of floats. */
  private static final List<FeatureRow> ROWS =
      IntStream.range(0, (1 << 20) / (WIDTH * Float.BYTES))
          .mapToObj(i -> FeatureRow.of("i" + i, Attributes.NONE.row("i" + i)))
          .toList();

  private static HeapLeft heap(long bytes) {
    return new HeapLeft(() -> bytes);
  }

  private static FeaturePipeline pipeline(Wide... stages) {
    return FeaturePipeline.fit(uses(stages), ROWS.subList(0, 1), heap(Long.MAX_VALUE));
  }

  private static List<Configured<FeatureExtractorFactory<?>>> uses(Wide... stages) {
    return IntStream.range(0, stages.length)
        .<Configured<FeatureExtractorFactory<?>>>mapToObj(
            i -> new Configured<>("pixels " + i, "wide", stages[i], new Wide.Options()))
        .toList();
  }

  @Test
  void aMatrixThatFitsToTheByteIsMade() {
    assertThat(pipeline(new Wide(false)).matrix(ROWS, heap(1 << 20)).rows()).isEqualTo(512);
  }

  @Test
  void aMatrixOfOneByteMoreThanIsLeftIsRefusedWithItsMakersAndItsSize() {
    FeaturePipeline pipeline = pipeline(new Wide(false), new Wide(false));

    assertThatThrownBy(() -> pipeline.matrix(ROWS, heap((1 << 21) - 1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("[pixels 0, pixels 1]")
        .hasMessageContaining("512 rows of 1024 numbers need 2 MiB, and 1 MiB of the heap are left")
        .hasMessageContaining("RECSYS_JAVA_OPTS");
  }

  @Test
  void numbersThatAStepIsFittedOnAreRefusedBeforeTheyAreMade() {
    assertThatThrownBy(
            () ->
                FeaturePipeline.fit(
                    uses(new Wide(false), new Wide(true)), ROWS, heap((1 << 20) - 1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("[pixels 0]: 512 rows of 512 numbers need 1 MiB");
  }

  @Test
  void withoutAStepFittingHoldsNoNumbers() {
    assertThatCode(() -> FeaturePipeline.fit(uses(new Wide(false), new Wide(false)), ROWS, heap(0)))
        .doesNotThrowAnyException();
  }

  @Test
  void garbageIsCollectedBeforeARefusal() {
    long[] left = {0, 1 << 20};
    int[] asked = {0};
    HeapLeft heap = new HeapLeft(() -> left[asked[0]++]);

    assertThatCode(() -> heap.require("[pixels]", 512, 512)).doesNotThrowAnyException();
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void theProcessHasSomeHeapLeftAndNotMoreThanItMayHave() {
    assertThat(HeapLeft.ofProcess().bytes().getAsLong())
        .isBetween(1L, Runtime.getRuntime().maxMemory());
  }

  /** 512 zeros for every row. */
  private record Wide(boolean isStep) implements FeatureExtractorFactory<Wide.Options> {
    record Options() {}

    @Override
    public String summary() {
      return "512 zeros";
    }

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public FeatureExtractor fit(FeatureRows training, Options options) {
      Feature feature = Feature.numeric(isStep ? "scaled" : "wide", WIDTH);
      return new FeatureExtractor() {
        @Override
        public FeatureSchema schema() {
          return FeatureSchema.of(feature);
        }

        @Override
        public void extract(FeatureRow row, FeatureSink sink) {
          for (int i = 0; i < WIDTH; i++) {
            sink.put(0);
          }
        }

        @Override
        public void save(ModelWriter out) {
          throw new UnsupportedOperationException("not saved here");
        }
      };
    }

    @Override
    public FeatureExtractor load(ModelReader in) {
      throw new UnsupportedOperationException("not saved here");
    }
  }
}
