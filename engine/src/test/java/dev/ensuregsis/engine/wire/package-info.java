/** The engine over HTTP, on a real DynamoDB Local: what it shares with the simulation, and what a bad network does. */
@NullMarked
package dev.ensuregsis.engine.wire;

import org.jspecify.annotations.NullMarked;
