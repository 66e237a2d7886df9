@NullMarked
package dev.ensuregsis.engine.internal.statetable;

import org.jspecify.annotations.NullMarked;
