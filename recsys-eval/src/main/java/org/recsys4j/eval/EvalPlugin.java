package org.recsys4j.eval;

import com.google.inject.Binder;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.eval.metric.Coverage;
import org.recsys4j.eval.metric.F1;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.MeanAveragePrecision;
import org.recsys4j.eval.metric.Mrr;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.metric.Precision;
import org.recsys4j.eval.metric.Recall;
import org.recsys4j.eval.protocol.AllItems;

/** Binds the metrics, and full ranking, by the names that experiment files use. */
public final class EvalPlugin implements RecsysPlugin {
  /** The plug-in, as {@link java.util.ServiceLoader} makes it. */
  public EvalPlugin() {}

  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder)
        .metric("ndcg", Ndcg.class)
        .metric("recall", Recall.class)
        .metric("precision", Precision.class)
        .metric("f1", F1.class)
        .metric("hit-rate", HitRate.class)
        .metric("mrr", Mrr.class)
        .metric("map", MeanAveragePrecision.class)
        .metric("coverage", Coverage.class)
        .candidates("all", AllItems.class);
  }
}
