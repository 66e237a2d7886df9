/** The goals of {@code gsi-maven-plugin}, prefix {@code gsi}. */
@NullMarked
package dev.ensuregsis.maven;

import org.jspecify.annotations.NullMarked;
