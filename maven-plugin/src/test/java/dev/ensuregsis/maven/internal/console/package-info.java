@NullMarked
package dev.ensuregsis.maven.internal.console;

import org.jspecify.annotations.NullMarked;
