/** What the goals do, each a service: it reads its options, looks, does, and says what came of it. */
@NullMarked
package dev.ensuregsis.maven.internal.goal;

import org.jspecify.annotations.NullMarked;
