package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.statistics.Comparison;
import org.recsys4j.eval.statistics.Interval;
import org.recsys4j.eval.statistics.MeanEstimate;
import org.recsys4j.eval.statistics.MetricComparison;
import org.recsys4j.eval.statistics.PairedComparison;
import org.recsys4j.eval.statistics.Resampling;

/**
 * The golden file was compiled by pdfLaTeX and LuaLaTeX (TeX Live 2022), in a document of the class
 * article with the package booktabs, and what came out was looked at. Whoever changes it does so
 * again.
 */
class LeaderboardLatexTest {
  private static final List<String> LABELS =
      List.of(
          "item_knn & 50% #1",
          "*starred",
          "[5] in brackets",
          "\\input{x}^2~$y$",
          "<a|b> \"quoted\" ''twice'' ?` --long---dash,,",
          "two\nlines\tand a \u0007bell",
          "Caf\u00e9 \u2013 \u03bb=1 \u6a21\u578b \ud83d\ude00 \u05d0\u202e");

  private static ModelResult model(String label, double value) {
    Optional<String> failure = Double.isNaN(value) ? Optional.of("it failed") : Optional.empty();
    Map<String, Double> metrics = Double.isNaN(value) ? Map.of() : Map.of("gap_1", value);
    return new ModelResult(label, "fake", "fake", metrics, 0, 1, 1, 0, 0, failure);
  }

  private static String latex(Leaderboard board) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LeaderboardLatex.write(board, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String golden() throws IOException {
    try (InputStream in = LeaderboardLatexTest.class.getResourceAsStream("leaderboard.tex")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  @Test
  void anyLabelIsSetAsItIs() throws IOException {
    List<ModelResult> models = new ArrayList<>(List.of(model("failed_one", Double.NaN)));
    List<MetricComparison.Model> estimates = new ArrayList<>();
    for (String label : LABELS) {
      models.add(model(label, 0.5 - 0.125 * models.size()));
      Interval interval = new Interval(0.95, -0.25, 0.75);
      estimates.add(new MetricComparison.Model(label, new MeanEstimate(9, 0, 1, interval)));
    }
    Leaderboard.Column metric = new Leaderboard.Column("gap_1", "Gap_1(nDCG@3, sex & age)", true);
    MetricComparison comparison =
        new MetricComparison(
            metric.key(), metric.label(), true, LABELS.get(0), estimates, List.of(), List.of());
    Comparison all = new Comparison(1000, 1, 0.95, 0.05, false, List.of(comparison));

    assertThat(latex(new Leaderboard("0f3a", List.of(metric), models).with(all)))
        .isEqualTo(golden());
  }

  @Test
  void plainLabelsNeedNothingButBooktabs() throws IOException {
    Leaderboard.Column metric = new Leaderboard.Column("gap_1", "M", true);
    assertThat(latex(new Leaderboard("0f3a", List.of(metric), List.of(model("ease", 0.5)))))
        .isEqualTo(
            """
            % Protocol 0f3a; needs \\usepackage{booktabs}
            \\providecommand{\\recsysinterval}[2]{\\,{\\scriptsize[#1, #2]}}
            \\begin{tabular}{lr}
            \\toprule
            model & M \\\\
            \\midrule
            ease & 0.5000 \\\\
            \\bottomrule
            \\end{tabular}
            """);
  }

  /** Behind a line break within a comment, a label would be part of the document. */
  @Test
  void aLineBreakInTheBaselineStaysInItsComment() throws IOException {
    String label = "two\nlines";
    Leaderboard.Column metric = new Leaderboard.Column("gap_1", "M", true);
    MetricComparison comparison =
        new MetricComparison(
            metric.key(), "M", true, label, List.of(), List.of(pair("b", label)), List.of());
    Comparison all = new Comparison(1000, 1, 0.95, 0.05, false, List.of(comparison));
    List<ModelResult> models = List.of(model(label, 0.5), model("b", 0.25));

    assertThat(latex(new Leaderboard("0f3a", List.of(metric), models).with(all)).lines())
        .noneMatch(line -> line.startsWith("lines"))
        .anyMatch(line -> line.startsWith("% * differs from two lines: "));
  }

  private static MetricComparison.Pair pair(String first, String second) {
    try (var workers = new Workers(1)) {
      double[] one = {1, 2, 3};
      double[] two = {1, 2, 4};
      return new MetricComparison.Pair(
          first, second, PairedComparison.of(one, two, new Resampling(1000, 1, 0.95, workers)));
    }
  }
}
