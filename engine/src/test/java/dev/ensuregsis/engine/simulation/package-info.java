/**
 * A DynamoDB account in simulated time: its clock, its tables' lives, its refusals, the network before it and the people
 * beside us. Everything is drawn from a seed, nothing from the machine, so that the same seed gives the same history.
 */
@NullMarked
package dev.ensuregsis.engine.simulation;

import org.jspecify.annotations.NullMarked;
