/**
 * Optimisers: how parameters follow from gradients. A {@link org.recsys4j.models.nn.optimizer.Rule}
 * says what a step is, {@link org.recsys4j.models.nn.optimizer.DenseOptimizer} takes it for a whole
 * vector, {@link org.recsys4j.models.nn.optimizer.TableOptimizer} for those rows of a table that a
 * batch used. How large steps are is said by {@link org.recsys4j.models.nn.optimizer.StepOptions},
 * among the options of every network: warm-up, {@link org.recsys4j.models.nn.optimizer.Schedule},
 * weight decay and clipping.
 */
@NullMarked
package org.recsys4j.models.nn.optimizer;

import org.jspecify.annotations.NullMarked;
