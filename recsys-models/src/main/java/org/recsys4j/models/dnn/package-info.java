/**
 * Feed-forward networks, trained on Deeplearning4j.
 *
 * <p>{@link org.recsys4j.models.dnn.NeuMf}: matrix factorisation and a multi-layer perceptron over
 * user and item embeddings. Slower to train and to score than {@code bpr-mf}, and, tuned alike,
 * rarely better (Rendle et al., "Neural collaborative filtering vs. matrix factorization
 * revisited", RecSys 2020); it is here because the literature compares with it.
 *
 * <p>Networks are Deeplearning4j graphs while they learn. What is kept are plain arrays, which
 * score without Deeplearning4j; its classes load when a network is fitted and not before.
 */
@NullMarked
package org.recsys4j.models.dnn;

import org.jspecify.annotations.NullMarked;
