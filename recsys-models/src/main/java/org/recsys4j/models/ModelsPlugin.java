package org.recsys4j.models;

import com.google.inject.Binder;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.models.attention.SasRec;
import org.recsys4j.models.baseline.Popularity;
import org.recsys4j.models.baseline.RandomScores;
import org.recsys4j.models.baseline.RecentPopularity;
import org.recsys4j.models.cnn.Caser;
import org.recsys4j.models.cnn.NextItNet;
import org.recsys4j.models.dnn.Gmf;
import org.recsys4j.models.dnn.Mlp;
import org.recsys4j.models.dnn.MultiDae;
import org.recsys4j.models.dnn.MultiVae;
import org.recsys4j.models.dnn.NeuMf;
import org.recsys4j.models.factor.BprMf;
import org.recsys4j.models.factor.Ials;
import org.recsys4j.models.gnn.LightGcn;
import org.recsys4j.models.gnn.Ngcf;
import org.recsys4j.models.knn.ContentKnn;
import org.recsys4j.models.knn.ItemKnn;
import org.recsys4j.models.linear.Ease;
import org.recsys4j.models.rnn.Gru4Rec;

/** Binds the models of this module by name. */
public final class ModelsPlugin implements RecsysPlugin {
  /** Does nothing yet. */
  public ModelsPlugin() {}

  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder)
        .recommender("random", RandomScores.Factory.class)
        .recommender("popularity", Popularity.Factory.class)
        .recommender("recent-popularity", RecentPopularity.Factory.class)
        .recommender("item-knn", ItemKnn.Factory.class)
        .recommender("content-knn", ContentKnn.Factory.class)
        .recommender("ease", Ease.Factory.class)
        .recommender("ials", Ials.Factory.class)
        .recommender("bpr-mf", BprMf.Factory.class)
        .recommender("gmf", Gmf.Factory.class)
        .recommender("mlp", Mlp.Factory.class)
        .recommender("neumf", NeuMf.Factory.class)
        .recommender("multi-vae", MultiVae.Factory.class)
        .recommender("multi-dae", MultiDae.Factory.class)
        .recommender("gru4rec", Gru4Rec.Factory.class)
        .recommender("sasrec", SasRec.Factory.class)
        .recommender("lightgcn", LightGcn.Factory.class)
        .recommender("caser", Caser.Factory.class)
        .recommender("nextitnet", NextItNet.Factory.class)
        .recommender("ngcf", Ngcf.Factory.class);
  }
}
