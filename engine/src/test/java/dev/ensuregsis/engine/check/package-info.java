@NullMarked
package dev.ensuregsis.engine.check;

import org.jspecify.annotations.NullMarked;
