@NullMarked
package dev.ensuregsis.maven.internal.misfit;

import org.jspecify.annotations.NullMarked;
