/**
 * What the goals do, each a service: it reads its options, looks, does, and says what came of it. A new goal is a
 * {@link dev.ensuregsis.maven.internal.goal.Goal} here, a mojo that holds its parameters, their names in
 * {@link dev.ensuregsis.maven.internal.option.PropertyNames}, and where it reports something new, a case of
 * {@link dev.ensuregsis.maven.internal.report.Finding}.
 */
@NullMarked
package dev.ensuregsis.maven.internal.goal;

import org.jspecify.annotations.NullMarked;
