/**
 * State in a DynamoDB table: an item for each index, a head item with the lease, an item for each run that has ended. What
 * decides ({@code Watch}, {@code Holding}, {@code Head}) is pure; what asks is one narrow port.
 */
@NullMarked
package dev.ensuregsis.engine.internal.statetable;

import org.jspecify.annotations.NullMarked;
