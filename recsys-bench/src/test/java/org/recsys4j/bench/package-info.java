/**
 * Tests of the project as a whole: its modules' rules, the shape of its sources, its documents, and
 * a third party's plug-in.
 */
@NullMarked
package org.recsys4j.bench;

import org.jspecify.annotations.NullMarked;
