@NullMarked
package dev.ensuregsis.engine.state;

import org.jspecify.annotations.NullMarked;
