@NullMarked
package dev.ensuregsis.maven.internal.build;

import org.jspecify.annotations.NullMarked;
