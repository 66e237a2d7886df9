/**
 * Global secondary indexes that are behind their tables: {@link dev.ensuregsis.local.internal.lag.LaggingAccess} stands below
 * DynamoDB Local's request handling, where each write, whatever it came from, is an item that is put or deleted.
 */
@NullMarked
package dev.ensuregsis.local.internal.lag;

import org.jspecify.annotations.NullMarked;
