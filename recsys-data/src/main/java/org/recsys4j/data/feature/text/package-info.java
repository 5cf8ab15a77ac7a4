/**
 * Texts as features: {@link org.recsys4j.data.feature.text.TextTfidf} for models that multiply,
 * {@link org.recsys4j.data.feature.text.TextSequence} for convolutional and recurrent networks. How
 * a text is cut into tokens is an {@link org.recsys4j.data.feature.text.Analyser}: {@code standard}
 * for most languages, {@code english} with stemming and stop words, {@code chinese} with word
 * segmentation. The libraries behind load when a text is first cut, not before.
 */
@NullMarked
package org.recsys4j.data.feature.text;

import org.jspecify.annotations.NullMarked;
