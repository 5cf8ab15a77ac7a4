package org.recsys4j.data.feature.text;

import static org.recsys4j.data.feature.Rows.row;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.FeatureRow;

/** Extractors of texts pass the contract. */
class TextContractsTest {
  @Nested
  class OfTextTfidf extends FeatureExtractorContract<TextTfidf.Options> {
    @Override
    protected FeatureExtractorFactory<TextTfidf.Options> factory() {
      return new TextTfidf();
    }

    @Override
    protected TextTfidf.Options options() {
      return new TextTfidf.Options(List.of("x"), Analyser.ENGLISH, 100, 1, 1, true);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("The running dogs"), row("a dog, a cat"), row(""));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("xylophone quartet");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfTextSequence extends FeatureExtractorContract<TextSequence.Options> {
    @Override
    protected FeatureExtractorFactory<TextSequence.Options> factory() {
      return new TextSequence();
    }

    @Override
    protected TextSequence.Options options() {
      return new TextSequence.Options(List.of("x"), Analyser.STANDARD, 4, 100, 1);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("The running dogs"), row("a dog, a cat"), row(""));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("xylophone quartet");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class OfChineseSequence extends FeatureExtractorContract<TextSequence.Options> {
    @Override
    protected FeatureExtractorFactory<TextSequence.Options> factory() {
      return new TextSequence();
    }

    @Override
    protected TextSequence.Options options() {
      return new TextSequence.Options(List.of("x"), Analyser.CHINESE, 4, 100, 1);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("我喜欢看电影"), row("电影很好看"), row(""));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("天气");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }
}
