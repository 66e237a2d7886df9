@NullMarked
package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.NullMarked;
