/**
 * Whether groups of items, and of users, are served alike. Groups of items are the tags of an
 * attribute (an item with two genres is in two groups) or, without one, the short head and the long
 * tail of popularity; groups of users are the values of an attribute or, without one, the most
 * active users and the others.
 *
 * <table>
 *   <caption>Which to choose</caption>
 *   <tr><th>name</th><th>answers</th></tr>
 *   <tr><td>{@code rsp}</td>
 *       <td>whether items of all groups are shown equally often, wanted or not</td></tr>
 *   <tr><td>{@code reo}</td>
 *       <td>whether wanted items of all groups are found equally often</td></tr>
 *   <tr><td>{@code exposure-gini}</td>
 *       <td>whether items of all groups get equal attention, places counted</td></tr>
 *   <tr><td>{@code user-gap}</td>
 *       <td>how much better one group of users is served than another; whether that is chance is a
 *       question for a test</td></tr>
 * </table>
 */
@NullMarked
package org.recsys4j.eval.metric.fairness;

import org.jspecify.annotations.NullMarked;
