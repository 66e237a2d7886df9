/** What the build's own tests took, and which of them were skipped, from the reports that they left. */
@NullMarked
package dev.ensuregsis.benchmarks.tests;

import org.jspecify.annotations.NullMarked;
