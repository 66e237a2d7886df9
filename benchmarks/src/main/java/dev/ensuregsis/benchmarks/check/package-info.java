/** What a check of items costs beside the reading itself. */
@NullMarked
package dev.ensuregsis.benchmarks.check;

import org.jspecify.annotations.NullMarked;
