/** The Maven build in which a goal runs, in our own words: what is in here alone knows Maven's. */
@NullMarked
package dev.ensuregsis.maven.internal.build;

import org.jspecify.annotations.NullMarked;
