/** The shape of the DynamoDB API: the one reader that judges tables and indexes, whatever format they came in. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.shape;

import org.jspecify.annotations.NullMarked;
