@NullMarked
package dev.ensuregsis.engine.internal.check;

import org.jspecify.annotations.NullMarked;
