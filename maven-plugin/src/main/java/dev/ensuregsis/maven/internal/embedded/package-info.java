/** The DynamoDB Local of a Maven session: resolved on demand, started once, closed with the session. */
@NullMarked
package dev.ensuregsis.maven.internal.embedded;

import org.jspecify.annotations.NullMarked;
