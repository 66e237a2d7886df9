package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.check.ReadCost;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.Cost.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The prices that are known here, by region.
 *
 * @param region the region
 * @param asOf when they were read
 * @param currency in what
 * @param perMillionWrites for a million write request units
 * @param perGbMonth for a GB of storage and month; a GB is 2 to the 30 bytes, as AWS bills it
 * @param perMillionReads for a million read request units
 */
public record Prices(
        String region,
        String asOf,
        String currency,
        double perMillionWrites,
        double perGbMonth,
        double perMillionReads) {
    private static final Properties TABLE = read();
    private static final double MILLION = 1e6;
    private static final double GB = 1L << 30;

    /**
     * Looks up a region's.
     *
     * @param region the region; null where it isn't known
     * @return its prices; empty if they aren't known here
     */
    public static Optional<Prices> of(@Nullable String region) {
        var line = region == null ? null : TABLE.getProperty(region);
        if (region == null || line == null) {
            return Optional.empty();
        }
        var fields = line.split(" ", -1);
        return Optional.of(new Prices(
                region,
                fields[0],
                fields[1],
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4])));
    }

    /**
     * What is read on demand.
     *
     * @param units read request units
     * @return what they cost
     */
    public ReadCost ofReads(double units) {
        return new ReadCost(region, asOf, currency, units * perMillionReads / MILLION);
    }

    /** What is written on demand, and what is stored whatever the billing mode. */
    Cost of(Amount writesOnDemand, BuildWork work) {
        return new Cost(
                region,
                asOf,
                currency,
                money(writesOnDemand, perMillionWrites / MILLION),
                money(work.storageBytes(), perGbMonth / GB));
    }

    private static Money money(Amount amount, double each) {
        return new Money(amount.least() * each, amount.most() * each);
    }

    private static Properties read() {
        var table = new Properties();
        try (var resource = Prices.class.getResourceAsStream("prices.properties")) {
            table.load(Objects.requireNonNull(resource, "prices.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
