/** What a CI server shows of a goal besides its log. */
@NullMarked
package dev.ensuregsis.maven.internal.ci;

import org.jspecify.annotations.NullMarked;
