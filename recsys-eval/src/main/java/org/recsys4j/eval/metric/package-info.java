/**
 * Measures of accuracy, and coverage. Each class makes one kind of metric, most for a cut-off K,
 * and is bound under the name in the first column; labels in tables carry the cut-off: nDCG@10.
 * Beside it: {@code beyond} (popularity, novelty, diversity), {@code fairness}, {@code rating}
 * (errors of predictions) and {@code unbiased} (estimates from logs).
 *
 * <table>
 *   <caption>Which to choose</caption>
 *   <tr><th>name</th><th>class</th><th>answers</th></tr>
 *   <tr><td>{@code ndcg}</td><td>{@link org.recsys4j.eval.metric.Ndcg}</td>
 *       <td>how high the relevant items stand; the usual headline number</td></tr>
 *   <tr><td>{@code recall}</td><td>{@link org.recsys4j.eval.metric.Recall}</td>
 *       <td>which share of what the user wanted is in the list</td></tr>
 *   <tr><td>{@code precision}</td><td>{@link org.recsys4j.eval.metric.Precision}</td>
 *       <td>which share of the list the user wanted</td></tr>
 *   <tr><td>{@code f1}</td><td>{@link org.recsys4j.eval.metric.F1}</td>
 *       <td>both of these in one number</td></tr>
 *   <tr><td>{@code hit-rate}</td><td>{@link org.recsys4j.eval.metric.HitRate}</td>
 *       <td>whether anything in the list is wanted</td></tr>
 *   <tr><td>{@code mrr}</td><td>{@link org.recsys4j.eval.metric.Mrr}</td>
 *       <td>how far down the first wanted item stands</td></tr>
 *   <tr><td>{@code map}</td><td>{@link org.recsys4j.eval.metric.MeanAveragePrecision}</td>
 *       <td>precision at each wanted item; as ndcg, but steeper</td></tr>
 *   <tr><td>{@code ndcg-linear}, {@code ndcg-exp}</td>
 *       <td>{@link org.recsys4j.eval.metric.NdcgLinear}, {@link org.recsys4j.eval.metric.NdcgExp}</td>
 *       <td>as ndcg, where some relevant items are worth more than others</td></tr>
 *   <tr><td>{@code dcg}</td><td>{@link org.recsys4j.eval.metric.Dcg}</td>
 *       <td>ndcg before it is divided by its ideal</td></tr>
 *   <tr><td>{@code r-precision}</td><td>{@link org.recsys4j.eval.metric.RPrecision}</td>
 *       <td>precision where it equals recall, without a K</td></tr>
 *   <tr><td>{@code f-beta}</td><td>{@link org.recsys4j.eval.metric.FBeta}</td>
 *       <td>precision and recall in one number, one weighing more</td></tr>
 *   <tr><td>{@code rbp}</td><td>{@link org.recsys4j.eval.metric.RankBiasedPrecision}</td>
 *       <td>what a reader finds who goes on with a fixed probability</td></tr>
 *   <tr><td>{@code err}</td><td>{@link org.recsys4j.eval.metric.ExpectedReciprocalRank}</td>
 *       <td>how soon a reader is satisfied, graded or not</td></tr>
 *   <tr><td>{@code auc}, {@code gauc}</td>
 *       <td>{@link org.recsys4j.eval.metric.Auc}, {@link org.recsys4j.eval.metric.Gauc}</td>
 *       <td>which share of pairs is in the right order, all places alike</td></tr>
 *   <tr><td>{@code limited-auc}</td><td>{@link org.recsys4j.eval.metric.LimitedAuc}</td>
 *       <td>the same for a list that ends after K</td></tr>
 *   <tr><td>{@code average-rank}</td><td>{@link org.recsys4j.eval.metric.AverageRank}</td>
 *       <td>where relevant items stand, all of them</td></tr>
 *   <tr><td>{@code coverage}</td><td>{@link org.recsys4j.eval.metric.Coverage}</td>
 *       <td>how much of the catalogue anybody gets to see</td></tr>
 * </table>
 *
 * <p><b>Notation.</b> For one user, R is the number of relevant items, rel(p) is 1 if the item at
 * rank p (from 1) is relevant and 0 otherwise, and hits = rel(1) + ... + rel(K). A list shorter
 * than K is padded with misses. The result is the mean over the evaluated users, each of whom has R
 * of at least 1.
 *
 * <p><b>Ties.</b> Where scores are equal, the order of their items is an accident. Metrics of
 * accuracy are therefore the expected value over a random order within each group of equal scores
 * (McSherry and Najork, "Computing information retrieval performance measures efficiently in the
 * presence of tied scores", ECIR 2008), computed in closed form from {@link
 * org.recsys4j.api.UserRanking#relevantGroups()}, or from the places of relevant items, in O(K)
 * time. A model that gives every item the same score thus gets what a model of random scores gets
 * in expectation. Coverage looks at the lists that are shown, whose ties are broken by a seeded
 * hash.
 *
 * <p><b>Beside trec_eval.</b> Without ties, with one relevance grade: {@code ndcg_cut_K}, {@code
 * recall_K}, {@code P_K}, {@code success_K} and {@code recip_rank} (of lists cut at K) are nDCG@K,
 * Recall@K, Precision@K, HitRate@K and MRR@K here. {@code map_cut_K} divides by R where MAP@K
 * divides by min(R, K). With ties trec_eval orders by document id.
 */
@NullMarked
package org.recsys4j.eval.metric;

import org.jspecify.annotations.NullMarked;
