/**
 * Tests of reading configurations, and {@link org.recsys4j.api.config.Golden} files for messages.
 */
package org.recsys4j.api.config;
