/** The outcome of a goal as JSON. */
@NullMarked
package dev.ensuregsis.maven.internal.report;

import org.jspecify.annotations.NullMarked;
