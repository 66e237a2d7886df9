@NullMarked
package dev.ensuregsis.engine.definition.internal.document;

import org.jspecify.annotations.NullMarked;
