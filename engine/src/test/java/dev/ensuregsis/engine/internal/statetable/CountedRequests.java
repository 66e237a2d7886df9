package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.EndedRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts what is written, in requests and in the write units that AWS counts: a KiB each, twice that in a transaction. */
public class CountedRequests extends ForwardingStateRequests {
    private static final int UNIT = 1024;

    private long headWrites;
    private long headUnits;
    private long renewals;
    private long gets;
    private long queries;
    private long transactions;
    private long transactionUnits;

    public CountedRequests(StateRequests next) {
        super(next);
    }

    public long headWrites() {
        return headWrites;
    }

    /** Those of the writes of the head that say nothing but that its owner lives. */
    public long renewals() {
        return renewals;
    }

    public long gets() {
        return gets;
    }

    public long queries() {
        return queries;
    }

    public long headUnits() {
        return headUnits;
    }

    public long transactions() {
        return transactions;
    }

    public long transactionUnits() {
        return transactionUnits;
    }

    /** Names and values, as AWS counts them. */
    private static long units(Item item) {
        return (bytes(item) + UNIT - 1) / UNIT;
    }

    static long bytes(Item item) {
        return bytes(AttributeValue.fromM(item.attributes()));
    }

    private static long bytes(AttributeValue value) {
        if (value.hasM()) {
            return 3
                    + value.m().entrySet().stream()
                            .mapToLong(entry -> 1 + utf8(entry.getKey()) + bytes(entry.getValue()))
                            .sum();
        }
        if (value.hasL()) {
            return 3
                    + value.l().stream()
                            .mapToLong(element -> 1 + bytes(element))
                            .sum();
        }
        return value.s() == null ? value.n().length() / 2 + 2 : utf8(value.s());
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Optional<Head> head(StateKey key) {
        gets++;
        return super.head(key);
    }

    @Override
    public List<Head> heads() {
        queries++;
        return super.heads();
    }

    @Override
    public List<StoredEntry> entries(StateKey key, String generation) {
        queries++;
        return super.entries(key, generation);
    }

    @Override
    public List<EndedRun> runs(StateKey key, int most) {
        queries++;
        return super.runs(key, most);
    }

    @Override
    public void put(Head head, @Nullable Head follows) {
        headWrites++;
        renewals += follows != null && follows.renewed().isAsWritten(head) ? 1 : 0;
        headUnits += units(HeadItem.of(head));
        super.put(head, follows);
    }

    /** The check of the lease costs as much as a write of the head. */
    @Override
    public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
        transactions++;
        transactionUnits += 2;
        entries.forEach(entry -> transactionUnits += 2 * units(EntryItem.of(key, generation, token, entry)));
        super.write(key, generation, token, entries);
    }

    @Override
    public void write(StateKey key, String token, EndedRun run) {
        transactions++;
        transactionUnits += 2 + 2 * units(RunItem.of(key, token, run));
        super.write(key, token, run);
    }
}
