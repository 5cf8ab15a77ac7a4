/**
 * Feed-forward networks, trained on Deeplearning4j.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.dnn.NeuMf}: matrix factorisation and a multi-layer perceptron
 *       over user and item embeddings, and its halves {@link org.recsys4j.models.dnn.Gmf} and
 *       {@link org.recsys4j.models.dnn.Mlp} alone. Slower to train and to score than {@code
 *       bpr-mf}, and, tuned alike, rarely better (Rendle et al., "Neural collaborative filtering
 *       vs. matrix factorization revisited", RecSys 2020); they are here because the literature
 *       compares with them.
 *   <li>{@link org.recsys4j.models.dnn.MultiVae} and {@link org.recsys4j.models.dnn.MultiDae}:
 *       autoencoders of a user's items, which score new users like any others.
 * </ul>
 *
 * <p>Networks are Deeplearning4j graphs while they learn. What is kept are plain arrays, which
 * score without Deeplearning4j; its classes load when a network is fitted and not before.
 */
@NullMarked
package org.recsys4j.models.dnn;

import org.jspecify.annotations.NullMarked;
