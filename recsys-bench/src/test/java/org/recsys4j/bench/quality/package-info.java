/** What models reach on real data, by the experiment files that users run. */
@NullMarked
package org.recsys4j.bench.quality;

import org.jspecify.annotations.NullMarked;
