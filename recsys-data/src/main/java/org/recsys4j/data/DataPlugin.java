package org.recsys4j.data;

import com.google.inject.Binder;
import com.google.inject.Singleton;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.data.candidate.GivenCandidates;
import org.recsys4j.data.candidate.UniformSample;
import org.recsys4j.data.feature.Categorical;
import org.recsys4j.data.feature.MultiHot;
import org.recsys4j.data.feature.Numeric;
import org.recsys4j.data.prepare.Deduplicate;
import org.recsys4j.data.prepare.KCore;
import org.recsys4j.data.prepare.ValueThreshold;
import org.recsys4j.data.source.AmazonReviews;
import org.recsys4j.data.source.Delimited;
import org.recsys4j.data.source.Jdbc;
import org.recsys4j.data.source.LightGcn;
import org.recsys4j.data.source.MovieLens;
import org.recsys4j.data.source.MovieTweetings;
import org.recsys4j.data.source.Ncf;
import org.recsys4j.data.source.OnlineRetail;
import org.recsys4j.data.source.Parquet;
import org.recsys4j.data.source.SasRec;
import org.recsys4j.data.source.SvmLight;
import org.recsys4j.data.source.Synthetic;
import org.recsys4j.data.split.GivenSplit;
import org.recsys4j.data.split.GlobalTime;
import org.recsys4j.data.split.LeaveLastOut;
import org.recsys4j.data.split.RandomHoldout;
import org.recsys4j.data.split.TsvSplitStore;

/** Binds the sources, preparations, splits, candidate policies and feature extractors. */
public final class DataPlugin implements RecsysPlugin {
  /** The plug-in. */
  public DataPlugin() {}

  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder)
        .source("online-retail", OnlineRetail.class)
        .source("movietweetings", MovieTweetings.class)
        .source("movielens", MovieLens.class)
        .source("delimited", Delimited.class)
        .source("lightgcn", LightGcn.class)
        .source("ncf", Ncf.class)
        .source("jdbc", Jdbc.class)
        .source("parquet", Parquet.class)
        .source("sasrec", SasRec.class)
        .source("svmlight", SvmLight.class)
        .source("synthetic", Synthetic.class)
        .source("amazon-reviews", AmazonReviews.class)
        .preparation("deduplicate", Deduplicate.class)
        .preparation("value-threshold", ValueThreshold.class)
        .preparation("k-core", KCore.class)
        .splitter("global-time", GlobalTime.class)
        .splitter("leave-last-out", LeaveLastOut.class)
        .splitter("random-holdout", RandomHoldout.class)
        .splitter("given", GivenSplit.class)
        .candidates("uniform-sample", UniformSample.class)
        .candidates("given", GivenCandidates.class)
        .extractor("numeric", Numeric.class)
        .extractor("categorical", Categorical.class)
        .extractor("multi-hot", MultiHot.class);
    binder.bind(TsvSplitStore.class).in(Singleton.class);
    binder.bind(SplitStore.class).to(TsvSplitStore.class);
  }
}
