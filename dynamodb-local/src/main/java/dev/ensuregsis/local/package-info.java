/**
 * DynamoDB Local for tests: a {@link dev.ensuregsis.local.LocalServer}, isolated databases behind it, and clients that
 * can't leave it.
 */
@NullMarked
package dev.ensuregsis.local;

import org.jspecify.annotations.NullMarked;
