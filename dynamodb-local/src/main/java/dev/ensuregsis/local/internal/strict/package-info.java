/**
 * What AWS refuses about indexes and DynamoDB Local lets pass. {@link dev.ensuregsis.local.internal.strict.StrictClient}
 * stands before DynamoDB Local's own client; each {@link dev.ensuregsis.local.internal.strict.Rule} decides, from a request
 * and the live table, and does nothing.
 */
@NullMarked
package dev.ensuregsis.local.internal.strict;

import org.jspecify.annotations.NullMarked;
