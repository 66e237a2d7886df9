/** Definitions made from tables that exist. */
@NullMarked
package dev.ensuregsis.maven.internal.live;

import org.jspecify.annotations.NullMarked;
