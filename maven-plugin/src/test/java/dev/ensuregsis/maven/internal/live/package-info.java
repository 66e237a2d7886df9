@NullMarked
package dev.ensuregsis.maven.internal.live;

import org.jspecify.annotations.NullMarked;
