/**
 * The ports that a user may implement, {@code ControlPlane} and {@code StateStore}, the values that pass through them, and
 * the policies that an engine may be given.
 */
@NullMarked
package dev.ensuregsis.engine.spi;

import org.jspecify.annotations.NullMarked;
