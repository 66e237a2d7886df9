package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ItemPage;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.ScanCall;
import dev.ensuregsis.engine.spi.TableItems;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table with the partition key {@code id}, whose items are made up as they are read: the n-th lies in the segment n
 * modulo their number, in order. Whole pages are 1 MB. What is refused, and what becomes of the table meanwhile, is the
 * test's to say.
 */
public final class SimulatedItems implements TableItems {
    private static final long PAGE_BYTES = 1 << 20;

    private final String name;
    private final long count;
    private final long itemBytes;
    private final LongFunction<Map<String, AttributeValue>> attributes;
    private final List<LiveIndex> indexes = new ArrayList<>();
    private @Nullable Long provisioned;
    private boolean counted = true;
    private @Nullable String identity = "first";
    private @Nullable Before before;
    private long scans;
    private double unitsTaken;

    public SimulatedItems(
            String name, long count, long itemBytes, LongFunction<Map<String, AttributeValue>> attributes) {
        this.name = name;
        this.count = count;
        this.itemBytes = itemBytes;
        this.attributes = attributes;
    }

    /** What happens before a scan is carried out, counted from 1; it may refuse it. */
    @FunctionalInterface
    public interface Before {
        void scan(long number, ScanCall call);
    }

    public SimulatedItems before(Before happens) {
        this.before = happens;
        return this;
    }

    public SimulatedItems provisioned(long readUnits) {
        this.provisioned = readUnits;
        return this;
    }

    /** DynamoDB hasn't counted it yet. */
    public SimulatedItems uncounted() {
        this.counted = false;
        return this;
    }

    public void addIndex(LiveIndex index) {
        indexes.add(index);
    }

    /** Another table of its name, or none. */
    public void becomes(@Nullable String otherIdentity) {
        identity = otherIdentity;
    }

    public double unitsTaken() {
        return unitsTaken;
    }

    public long scans() {
        return scans;
    }

    /** Refused, as DynamoDB does it. */
    public static ControlPlaneException refusal(String code, int status) {
        return new ControlPlaneException(new ControlPlaneFault.Answered(code, "simulated " + code, status));
    }

    @Override
    public Optional<ReadableTable> describeTable(String tableName) {
        if (identity == null || !tableName.equals(name)) {
            return Optional.empty();
        }
        var table = new LiveTable(
                name,
                "arn:aws:dynamodb:us-east-1:123456789012:table/" + name,
                TableStatus.ACTIVE,
                KeySchema.of("id"),
                Map.of("id", AttributeType.S),
                provisioned == null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
                provisioned == null ? null : new Throughput(provisioned, 1L),
                indexes,
                List.of(),
                counted ? count : 0,
                counted ? count * itemBytes : 0);
        return Optional.of(new ReadableTable(table, identity, null));
    }

    @Override
    public ItemPage scan(ScanCall call) {
        scans++;
        if (before != null) {
            before.scan(scans, call);
        }
        if (identity == null) {
            throw refusal("ResourceNotFoundException", 400);
        }
        long next = call.after() == null ? call.segment() : number(call.after()) + call.segments();
        long most = Math.max(1, PAGE_BYTES / itemBytes);
        if (call.mostItems() != null) {
            most = Math.min(most, call.mostItems());
        }
        var items = new ArrayList<Map<String, AttributeValue>>();
        long last = -1;
        while (next < count && items.size() < most) {
            var item = new HashMap<>(attributes.apply(next));
            item.put("id", AttributeValue.fromS("item-" + next));
            item.keySet().retainAll(call.attributes());
            items.add(item);
            last = next;
            next += call.segments();
        }
        double units = Math.max(0.5, Math.ceil(items.size() * itemBytes / 4096.0) / 2);
        unitsTaken += units;
        return new ItemPage(items, next < count ? Map.of("id", AttributeValue.fromS("item-" + last)) : null, units);
    }

    private static long number(Map<String, AttributeValue> key) {
        return Long.parseLong(Objects.requireNonNull(key.get("id")).s().substring("item-".length()));
    }

    @Override
    public Target target() {
        return new Target(null, "us-east-1", "https://dynamodb.us-east-1.amazonaws.com");
    }

    @Override
    public Optional<String> callerAccount() {
        return Optional.empty();
    }

    @Override
    public boolean isLocal() {
        return false;
    }
}
