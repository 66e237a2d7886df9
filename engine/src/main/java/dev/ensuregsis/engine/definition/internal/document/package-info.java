/** JSON and YAML text as one immutable tree that knows where each of its parts stands. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.document;

import org.jspecify.annotations.NullMarked;
