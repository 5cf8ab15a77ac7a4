package org.recsys4j.data.feature;

import static org.recsys4j.data.feature.Rows.had;
import static org.recsys4j.data.feature.Rows.pair;
import static org.recsys4j.data.feature.Rows.row;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.data.clean.Cleaning;
import org.recsys4j.data.clean.Missing;
import org.recsys4j.data.clean.Scaling;

/** Every extractor that needs no file passes the contract. */
class ExtractorContractsTest {
  @Nested
  class OfNumeric extends FeatureExtractorContract<Numeric.Options> {
    @Override
    protected FeatureExtractorFactory<Numeric.Options> factory() {
      return new Numeric();
    }

    @Override
    protected Numeric.Options options() {
      return new Numeric.Options(
          "x", new Cleaning(Missing.MEDIAN, 0, true, 0.1, 0.9, Scaling.ROBUST));
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("1"), row("2.5"), row("-3"), row(""));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("1000");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfCategorical extends FeatureExtractorContract<Categorical.Options> {
    @Override
    protected FeatureExtractorFactory<Categorical.Options> factory() {
      return new Categorical();
    }

    @Override
    protected Categorical.Options options() {
      return new Categorical.Options("x", 1);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("red"), row("blue"), row("red"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("green");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfMultiHot extends FeatureExtractorContract<MultiHot.Options> {
    @Override
    protected FeatureExtractorFactory<MultiHot.Options> factory() {
      return new MultiHot();
    }

    @Override
    protected MultiHot.Options options() {
      return new MultiHot.Options("x", "|", 1);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("Drama|War"), row("War"), row("Comedy|Drama"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("Western");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfHashing extends FeatureExtractorContract<Hashing.Options> {
    @Override
    protected FeatureExtractorFactory<Hashing.Options> factory() {
      return new Hashing();
    }

    @Override
    protected Hashing.Options options() {
      return new Hashing.Options("x", Optional.of("|"), 5, true, 7);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("Drama|War"), row("War"), row("Comedy|Drama"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("Western");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfBucketize extends FeatureExtractorContract<Bucketize.Options> {
    @Override
    protected FeatureExtractorFactory<Bucketize.Options> factory() {
      return new Bucketize();
    }

    @Override
    protected Bucketize.Options options() {
      return new Bucketize.Options("x", List.of(), 3);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("1"), row("2"), row("3"), row("4.5"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("many");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfCrossed extends FeatureExtractorContract<Crossed.Options> {
    @Override
    protected FeatureExtractorFactory<Crossed.Options> factory() {
      return new Crossed();
    }

    @Override
    protected Crossed.Options options() {
      return new Crossed.Options(List.of("x", "y"), 1);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(pair("NO", "nurse"), pair("DE", "nurse"), pair("NO", "pilot"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return pair("DE", "pilot");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfDateTime extends FeatureExtractorContract<DateTime.Options> {
    @Override
    protected FeatureExtractorFactory<DateTime.Options> factory() {
      return new DateTime();
    }

    @Override
    protected DateTime.Options options() {
      return new DateTime.Options(
          Optional.of("x"),
          Optional.empty(),
          "Europe/Paris",
          List.of(TimePart.values()),
          Optional.empty());
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("1995"), row("1996-02-29"), row("1000000000"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("soon");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfStatistics extends FeatureExtractorContract<Statistics.Options> {
    @Override
    protected FeatureExtractorFactory<Statistics.Options> factory() {
      return new Statistics();
    }

    @Override
    protected Statistics.Options options() {
      return new Statistics.Options(List.of(Statistics.Statistic.values()));
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(had(1, 2, 3), had(4), had());
    }

    @Override
    protected FeatureRow unseenRow() {
      return had(9, 9);
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfSequence extends FeatureExtractorContract<Sequence.Options> {
    @Override
    protected FeatureExtractorFactory<Sequence.Options> factory() {
      return new Sequence();
    }

    @Override
    protected Sequence.Options options() {
      return new Sequence.Options(3);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(had(1, 2, 3, 4), had(4), had());
    }

    @Override
    protected FeatureRow unseenRow() {
      return had(70);
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }
}
