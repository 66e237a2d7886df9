@NullMarked
package dev.ensuregsis.maven.internal.ci;

import org.jspecify.annotations.NullMarked;
