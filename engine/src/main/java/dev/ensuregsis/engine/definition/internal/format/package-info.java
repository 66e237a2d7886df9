/** The formats that definitions are read from, one class each, told apart by content. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.format;

import org.jspecify.annotations.NullMarked;
