/**
 * What people would have done had the model chosen what they see, estimated from a log of what
 * another policy showed them. The log tells of each event the propensity, the probability with
 * which that policy showed this item to this user, as a column of the events; the value of the
 * event is the reward, 0 for an item that was shown in vain.
 *
 * <p>The policy of a model shows one of the first K items of its list, each with the same
 * probability. With the propensity p of an event, its weight is w = 1 / (K p) if the item stands
 * there, K being the length of a list that is shorter, and 0 otherwise. The estimates are of the
 * mean reward of what is shown.
 *
 * <table>
 *   <caption>Which to choose, for n events with rewards r</caption>
 *   <tr><th>name</th><th>estimate</th><th>properties</th></tr>
 *   <tr><td>{@code ips}</td><td>sum of w r / n</td>
 *       <td>no bias, if every item can be shown to everybody; large variance</td></tr>
 *   <tr><td>{@code snips}</td><td>sum of w r / sum of w</td>
 *       <td>a little bias, much less variance; stays within the range of rewards</td></tr>
 *   <tr><td>{@code doubly-robust}</td><td>sum of q(list) + w (r - q(item)), over n</td>
 *       <td>no bias if the propensities or the predicted rewards q are right</td></tr>
 * </table>
 *
 * <p>They look at lists as they are shown, and at all held-out events of the evaluated users, those
 * of masked items among them, which the model does not show. Not for logs whose events of reward 0
 * were filtered away.
 */
@NullMarked
package org.recsys4j.eval.metric.unbiased;

import org.jspecify.annotations.NullMarked;
