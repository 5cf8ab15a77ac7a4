package org.recsys4j.models.nn.optimizer;

/**
 * What one step has in common for all parameters.
 *
 * @param scale by which gradients are multiplied
 * @param keep which share of a parameter weight decay leaves
 * @param rate by which the rule's direction is multiplied
 */
record StepSize(float scale, float keep, float rate) {}
