/**
 * From raw files to train, validation and test. {@link org.recsys4j.data.DataPlugin} binds
 * everything here by name; choose a source in {@link org.recsys4j.data.source}, steps of cleaning
 * in {@link org.recsys4j.data.prepare}, a protocol in {@link org.recsys4j.data.split}, and features
 * in {@link org.recsys4j.data.feature}.
 */
@NullMarked
package org.recsys4j.data;

import org.jspecify.annotations.NullMarked;
