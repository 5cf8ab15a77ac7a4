package org.recsys4j.data;

import com.google.inject.Binder;
import com.google.inject.Singleton;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.data.candidate.ActiveItems;
import org.recsys4j.data.candidate.GivenCandidates;
import org.recsys4j.data.candidate.PopularitySample;
import org.recsys4j.data.candidate.UniformSample;
import org.recsys4j.data.clean.Clip;
import org.recsys4j.data.clean.Scale;
import org.recsys4j.data.clean.Select;
import org.recsys4j.data.feature.Bucketize;
import org.recsys4j.data.feature.Categorical;
import org.recsys4j.data.feature.Crossed;
import org.recsys4j.data.feature.DateTime;
import org.recsys4j.data.feature.Embedding;
import org.recsys4j.data.feature.Hashing;
import org.recsys4j.data.feature.Image;
import org.recsys4j.data.feature.MultiHot;
import org.recsys4j.data.feature.Numeric;
import org.recsys4j.data.feature.Sequence;
import org.recsys4j.data.feature.Statistics;
import org.recsys4j.data.feature.text.TextSequence;
import org.recsys4j.data.feature.text.TextTfidf;
import org.recsys4j.data.prepare.ActivityCap;
import org.recsys4j.data.prepare.Deduplicate;
import org.recsys4j.data.prepare.Implicit;
import org.recsys4j.data.prepare.KCore;
import org.recsys4j.data.prepare.MinimumCount;
import org.recsys4j.data.prepare.SampleUsers;
import org.recsys4j.data.prepare.TimeWindow;
import org.recsys4j.data.prepare.ValueInterval;
import org.recsys4j.data.prepare.ValueThreshold;
import org.recsys4j.data.privacy.Anonymize;
import org.recsys4j.data.source.AmazonReviews;
import org.recsys4j.data.source.Delimited;
import org.recsys4j.data.source.Jdbc;
import org.recsys4j.data.source.LightGcn;
import org.recsys4j.data.source.MovieLens;
import org.recsys4j.data.source.MovieTweetings;
import org.recsys4j.data.source.Ncf;
import org.recsys4j.data.source.OnlineRetail;
import org.recsys4j.data.source.Parquet;
import org.recsys4j.data.source.RecBole;
import org.recsys4j.data.source.SasRec;
import org.recsys4j.data.source.SavedSplit;
import org.recsys4j.data.source.SvmLight;
import org.recsys4j.data.source.Synthetic;
import org.recsys4j.data.split.ColdItems;
import org.recsys4j.data.split.ColdUsers;
import org.recsys4j.data.split.FoldInUsers;
import org.recsys4j.data.split.GivenSplit;
import org.recsys4j.data.split.GlobalTime;
import org.recsys4j.data.split.KFold;
import org.recsys4j.data.split.LeaveLastOut;
import org.recsys4j.data.split.LeaveOneOut;
import org.recsys4j.data.split.RandomHoldout;
import org.recsys4j.data.split.SessionSplit;
import org.recsys4j.data.split.TemporalHoldout;
import org.recsys4j.data.split.TsvSplitStore;
import org.recsys4j.data.store.BinaryDatasetStore;

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
        .source("recbole", RecBole.class)
        .source("lightgcn", LightGcn.class)
        .source("ncf", Ncf.class)
        .source("jdbc", Jdbc.class)
        .source("parquet", Parquet.class)
        .source("sasrec", SasRec.class)
        .source("svmlight", SvmLight.class)
        .source("synthetic", Synthetic.class)
        .source("amazon-reviews", AmazonReviews.class)
        .source("saved-split", SavedSplit.class)
        .preparation("deduplicate", Deduplicate.class)
        .preparation("value-threshold", ValueThreshold.class)
        .preparation("k-core", KCore.class)
        .preparation("minimum-count", MinimumCount.class)
        .preparation("value-interval", ValueInterval.class)
        .preparation("implicit", Implicit.class)
        .preparation("time-window", TimeWindow.class)
        .preparation("activity-cap", ActivityCap.class)
        .preparation("sample-users", SampleUsers.class)
        .preparation("anonymize", Anonymize.class)
        .splitter("global-time", GlobalTime.class)
        .splitter("leave-last-out", LeaveLastOut.class)
        .splitter("random-holdout", RandomHoldout.class)
        .splitter("temporal-holdout", TemporalHoldout.class)
        .splitter("k-fold", KFold.class)
        .splitter("leave-one-out", LeaveOneOut.class)
        .splitter("cold-users", ColdUsers.class)
        .splitter("cold-items", ColdItems.class)
        .splitter("fold-in-users", FoldInUsers.class)
        .splitter("session", SessionSplit.class)
        .splitter("given", GivenSplit.class)
        .candidates("uniform-sample", UniformSample.class)
        .candidates("popularity-sample", PopularitySample.class)
        .candidates("time-window", ActiveItems.class)
        .candidates("given", GivenCandidates.class)
        .extractor("numeric", Numeric.class)
        .extractor("categorical", Categorical.class)
        .extractor("multi-hot", MultiHot.class)
        .extractor("hashing", Hashing.class)
        .extractor("bucketize", Bucketize.class)
        .extractor("crossed", Crossed.class)
        .extractor("date-time", DateTime.class)
        .extractor("text-tfidf", TextTfidf.class)
        .extractor("text-sequence", TextSequence.class)
        .extractor("image", Image.class)
        .extractor("embedding", Embedding.class)
        .extractor("statistics", Statistics.class)
        .extractor("sequence", Sequence.class)
        .extractor("clip", Clip.class)
        .extractor("scale", Scale.class)
        .extractor("select", Select.class);
    binder.bind(TsvSplitStore.class).in(Singleton.class);
    binder.bind(SplitStore.class).to(TsvSplitStore.class);
    binder.bind(BinaryDatasetStore.class).in(Singleton.class);
    binder.bind(DatasetStore.class).to(BinaryDatasetStore.class);
  }
}
