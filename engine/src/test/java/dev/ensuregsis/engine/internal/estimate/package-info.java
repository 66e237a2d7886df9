@NullMarked
package dev.ensuregsis.engine.internal.estimate;

import org.jspecify.annotations.NullMarked;
