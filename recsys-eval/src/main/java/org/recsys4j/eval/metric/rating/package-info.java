/**
 * How far a model's scores, taken as predictions, are from what happened. Over all relevant pairs
 * of the evaluated users together, each pair once, with the value of its newest held-out event; not
 * a mean over users, so there is no number of each user.
 *
 * <table>
 *   <caption>Which to choose</caption>
 *   <tr><th>name</th><th>answers</th></tr>
 *   <tr><td>{@code rmse}, {@code mse}, {@code mae}</td>
 *       <td>how wrong predicted ratings are, large errors weighing more in the first two</td></tr>
 *   <tr><td>{@code r2}</td><td>how much better than the mean rating they are</td></tr>
 *   <tr><td>{@code fcp}</td>
 *       <td>how often a user's better rated item is predicted to be the better one</td></tr>
 *   <tr><td>{@code log-loss}</td><td>how good predicted probabilities are</td></tr>
 *   <tr><td>{@code calibration-error}</td>
 *       <td>whether of what is predicted at 30 %, 30 % happens</td></tr>
 *   <tr><td>{@code accuracy}</td><td>how often the more probable of the two happens</td></tr>
 * </table>
 *
 * <p>They look at the scores as the model gives them, whatever the protocol does with cold items.
 * Only models that are fitted to predict values or probabilities make sense here; a ranking model's
 * scores have no unit. Pairs that the mask takes out are not among those measured. Metrics of
 * probabilities need negatives: held-out events whose value is below the threshold.
 */
@NullMarked
package org.recsys4j.eval.metric.rating;

import org.jspecify.annotations.NullMarked;
