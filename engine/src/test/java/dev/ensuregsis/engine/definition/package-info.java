@NullMarked
package dev.ensuregsis.engine.definition;

import org.jspecify.annotations.NullMarked;
