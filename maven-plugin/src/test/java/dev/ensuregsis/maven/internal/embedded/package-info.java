@NullMarked
package dev.ensuregsis.maven.internal.embedded;

import org.jspecify.annotations.NullMarked;
