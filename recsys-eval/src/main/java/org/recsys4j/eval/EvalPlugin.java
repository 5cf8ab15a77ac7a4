package org.recsys4j.eval;

import com.google.inject.Binder;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.eval.metric.Auc;
import org.recsys4j.eval.metric.AverageRank;
import org.recsys4j.eval.metric.Coverage;
import org.recsys4j.eval.metric.Dcg;
import org.recsys4j.eval.metric.ExpectedReciprocalRank;
import org.recsys4j.eval.metric.F1;
import org.recsys4j.eval.metric.FBeta;
import org.recsys4j.eval.metric.Gauc;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.LimitedAuc;
import org.recsys4j.eval.metric.MeanAveragePrecision;
import org.recsys4j.eval.metric.Mrr;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.metric.NdcgExp;
import org.recsys4j.eval.metric.NdcgLinear;
import org.recsys4j.eval.metric.Precision;
import org.recsys4j.eval.metric.RPrecision;
import org.recsys4j.eval.metric.RankBiasedPrecision;
import org.recsys4j.eval.metric.Recall;
import org.recsys4j.eval.metric.beyond.AveragePopularity;
import org.recsys4j.eval.metric.beyond.Calibration;
import org.recsys4j.eval.metric.beyond.CoOccurrenceDiversity;
import org.recsys4j.eval.metric.beyond.Diversity;
import org.recsys4j.eval.metric.beyond.FreeDiscovery;
import org.recsys4j.eval.metric.beyond.Gini;
import org.recsys4j.eval.metric.beyond.Novelty;
import org.recsys4j.eval.metric.beyond.Personalisation;
import org.recsys4j.eval.metric.beyond.PopularityComplement;
import org.recsys4j.eval.metric.beyond.Serendipity;
import org.recsys4j.eval.metric.beyond.ShannonEntropy;
import org.recsys4j.eval.metric.beyond.TailCount;
import org.recsys4j.eval.metric.beyond.TailShare;
import org.recsys4j.eval.metric.beyond.Unexpectedness;
import org.recsys4j.eval.metric.beyond.UserCoverage;
import org.recsys4j.eval.metric.fairness.ExposureGini;
import org.recsys4j.eval.metric.fairness.RankingOpportunity;
import org.recsys4j.eval.metric.fairness.StatisticalParity;
import org.recsys4j.eval.metric.fairness.UserGap;
import org.recsys4j.eval.metric.rating.Accuracy;
import org.recsys4j.eval.metric.rating.CalibrationError;
import org.recsys4j.eval.metric.rating.ConcordantPairs;
import org.recsys4j.eval.metric.rating.Determination;
import org.recsys4j.eval.metric.rating.LogLoss;
import org.recsys4j.eval.metric.rating.MeanAbsoluteError;
import org.recsys4j.eval.metric.rating.MeanSquaredError;
import org.recsys4j.eval.metric.rating.RootMeanSquaredError;
import org.recsys4j.eval.metric.unbiased.DoublyRobust;
import org.recsys4j.eval.metric.unbiased.InversePropensity;
import org.recsys4j.eval.metric.unbiased.SelfNormalised;
import org.recsys4j.eval.protocol.AllItems;

/** Binds the metrics, and full ranking, by the names that experiment files use. */
public final class EvalPlugin implements RecsysPlugin {
  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public EvalPlugin() {}

  @Override
  public void configure(Binder binder) {
    RecsysBindings bindings = RecsysBindings.of(binder).candidates("all", AllItems.class);
    bindAccuracy(bindings);
    bindBeyond(bindings);
    bindFairness(bindings);
    bindRating(bindings);
    bindUnbiased(bindings);
  }

  private static void bindAccuracy(RecsysBindings bindings) {
    bindings
        .metric("ndcg", Ndcg.class)
        .metric("ndcg-exp", NdcgExp.class)
        .metric("ndcg-linear", NdcgLinear.class)
        .metric("dcg", Dcg.class)
        .metric("recall", Recall.class)
        .metric("precision", Precision.class)
        .metric("r-precision", RPrecision.class)
        .metric("f1", F1.class)
        .metric("f-beta", FBeta.class)
        .metric("hit-rate", HitRate.class)
        .metric("mrr", Mrr.class)
        .metric("map", MeanAveragePrecision.class)
        .metric("rbp", RankBiasedPrecision.class)
        .metric("err", ExpectedReciprocalRank.class)
        .metric("auc", Auc.class)
        .metric("gauc", Gauc.class)
        .metric("limited-auc", LimitedAuc.class)
        .metric("average-rank", AverageRank.class)
        .metric("coverage", Coverage.class);
  }

  private static void bindBeyond(RecsysBindings bindings) {
    bindings
        .metric("user-coverage", UserCoverage.class)
        .metric("gini", Gini.class)
        .metric("entropy", ShannonEntropy.class)
        .metric("arp", AveragePopularity.class)
        .metric("aplt", TailShare.class)
        .metric("aclt", TailCount.class)
        .metric("epc", PopularityComplement.class)
        .metric("efd", FreeDiscovery.class)
        .metric("novelty", Novelty.class)
        .metric("diversity", Diversity.class)
        .metric("co-occurrence-diversity", CoOccurrenceDiversity.class)
        .metric("personalisation", Personalisation.class)
        .metric("serendipity", Serendipity.class)
        .metric("unexpectedness", Unexpectedness.class)
        .metric("calibration", Calibration.class);
  }

  private static void bindFairness(RecsysBindings bindings) {
    bindings
        .metric("reo", RankingOpportunity.class)
        .metric("rsp", StatisticalParity.class)
        .metric("exposure-gini", ExposureGini.class)
        .metric("user-gap", UserGap.class);
  }

  private static void bindRating(RecsysBindings bindings) {
    bindings
        .metric("rmse", RootMeanSquaredError.class)
        .metric("mse", MeanSquaredError.class)
        .metric("mae", MeanAbsoluteError.class)
        .metric("r2", Determination.class)
        .metric("fcp", ConcordantPairs.class)
        .metric("log-loss", LogLoss.class)
        .metric("calibration-error", CalibrationError.class)
        .metric("accuracy", Accuracy.class);
  }

  private static void bindUnbiased(RecsysBindings bindings) {
    bindings
        .metric("ips", InversePropensity.class)
        .metric("snips", SelfNormalised.class)
        .metric("doubly-robust", DoublyRobust.class);
  }
}
