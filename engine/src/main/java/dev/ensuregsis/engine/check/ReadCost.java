package dev.ensuregsis.engine.check;

/**
 * What reading costs on demand, by a list price that is written down in the engine.
 *
 * @param region whose price it is
 * @param asOf the month in which the price was looked up, as {@code 2026-11}
 * @param currency in what, as {@code USD}
 * @param amount how much
 */
public record ReadCost(String region, String asOf, String currency, double amount) {}
