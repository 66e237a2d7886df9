@NullMarked
package dev.ensuregsis.engine.internal.state;

import org.jspecify.annotations.NullMarked;
