/** What users wait for and pay for, measured against what they would do otherwise. */
@NullMarked
package dev.ensuregsis.benchmarks;

import org.jspecify.annotations.NullMarked;
