package dev.ensuregsis.engine.estimate;

/**
 * What a run is expected to cost, at the list prices of one region and day, before taxes and free tiers.
 *
 * @param region the region
 * @param asOf the month in which its prices were read, like {@code 2026-11}
 * @param currency the currency, like {@code USD}
 * @param writes what the backfills' writes cost; nothing where capacity is provisioned, since that is paid for by the hour
 * @param storagePerMonth what the indexes' storage costs in a month
 */
public record Cost(String region, String asOf, String currency, Money writes, Money storagePerMonth) {

    /**
     * Between which sums a price lies.
     *
     * @param least the least
     * @param most the most
     */
    public record Money(double least, double most) {}
}
