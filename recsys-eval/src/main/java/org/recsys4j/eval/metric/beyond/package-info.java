/**
 * What lists are like beside being right: whom and what they reach, how popular, how new, how
 * different their items are.
 *
 * <table>
 *   <caption>Which to choose</caption>
 *   <tr><th>name</th><th>answers</th></tr>
 *   <tr><td>{@code gini}, {@code entropy}</td>
 *       <td>how unequally items are shown; {@code coverage} only whether they are</td></tr>
 *   <tr><td>{@code arp}, {@code aplt}, {@code aclt}</td>
 *       <td>how popular the items shown are, and how much of the long tail is among them</td></tr>
 *   <tr><td>{@code epc}, {@code efd}, {@code novelty}</td>
 *       <td>how new they may be to people: by the share of users, of events, and in bits</td></tr>
 *   <tr><td>{@code diversity}, {@code co-occurrence-diversity}</td>
 *       <td>how different the items of one list are, by attributes and by their users</td></tr>
 *   <tr><td>{@code personalisation}</td><td>how different the lists of two users are</td></tr>
 *   <tr><td>{@code serendipity}, {@code unexpectedness}</td>
 *       <td>whether there is more than bestsellers, and more than what goes with the history</td></tr>
 *   <tr><td>{@code calibration}</td>
 *       <td>whether the genres of the list have the shares that they have in the history</td></tr>
 *   <tr><td>{@code user-coverage}</td><td>how many users get a full list</td></tr>
 * </table>
 *
 * <p>All of them look at lists as they are shown, equal scores in the order of their seeded hash.
 * None says anything of accuracy but {@code serendipity}: random lists are new, diverse and reach
 * everything. Popularity is that of the training part: how many users had an item, each counting
 * once. A mean over the items of a list leaves a user out whose list is empty.
 */
@NullMarked
package org.recsys4j.eval.metric.beyond;

import org.jspecify.annotations.NullMarked;
