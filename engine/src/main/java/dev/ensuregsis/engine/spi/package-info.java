/** What a user may implement to stand behind the engine, and what such an implementation needs. */
@NullMarked
package dev.ensuregsis.engine.spi;

import org.jspecify.annotations.NullMarked;
