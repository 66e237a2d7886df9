@NullMarked
package dev.ensuregsis.maven.internal.goal;

import org.jspecify.annotations.NullMarked;
