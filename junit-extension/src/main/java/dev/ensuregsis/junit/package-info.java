/**
 * {@link dev.ensuregsis.junit.EnsureGsis @EnsureGsis}: the tables and global secondary indexes that a test needs exist and
 * are ACTIVE before it starts, on a DynamoDB that can't be anything real. What is below {@code internal} isn't API.
 */
@NullMarked
package dev.ensuregsis.junit;

import org.jspecify.annotations.NullMarked;
