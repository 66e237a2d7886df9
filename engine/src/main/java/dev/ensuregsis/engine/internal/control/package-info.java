/**
 * The narrow port to DynamoDB's control plane: four calls, what a look sees, and what can go wrong, free of the SDK's
 * types. Behind it stands the SDK, or a simulated account.
 */
@NullMarked
package dev.ensuregsis.engine.internal.control;

import org.jspecify.annotations.NullMarked;
