package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A defined shape beside the live one, row by row, for a reader to see what differs. What a definition leaves out, and
 * what an emulator doesn't tell of the live one, is no difference; neither is throughput.
 */
final class ShapeDifference {
    private static final String HEADING_FORMAT = "%n  %-11s %-40s %s";
    private static final String NOT_TOLD = "(not told)";
    private final List<Row> rows = new ArrayList<>();

    private ShapeDifference() {}

    /** What differs between a defined index and the live one of its name; empty if it is what was asked for. */
    static Optional<String> ofIndex(TableDefinition table, IndexDefinition index, LiveTable live, LiveIndex liveIndex) {
        var difference = new ShapeDifference();
        difference.keys(index.keySchema(), table.attributeTypes(), liveIndex.keySchema(), live.attributeTypes());
        var projection = index.projection();
        var liveProjection = liveIndex.projection();
        difference.row(
                "projection",
                projection == null || liveProjection == null || projection.equals(liveProjection),
                () -> String.valueOf(projection == null ? "(any)" : projection),
                () -> String.valueOf(liveProjection == null ? NOT_TOLD : liveProjection));
        return difference.text();
    }

    /** What differs between a table's defined own key and the live one; empty if they agree. */
    static Optional<String> ofTable(TableDefinition table, TableCreation creation, LiveTable live) {
        var difference = new ShapeDifference();
        difference.keys(creation.keySchema(), table.attributeTypes(), live.keySchema(), live.attributeTypes());
        return difference.text();
    }

    private void keys(
            KeySchema defined,
            Map<String, AttributeType> definedTypes,
            @Nullable KeySchema live,
            Map<String, AttributeType> liveTypes) {
        if (live == null) {
            row("key", true, () -> defined.attributes().toString(), () -> NOT_TOLD);
            return;
        }
        key("HASH", defined.partitionKey(), definedTypes, live.partitionKey(), liveTypes);
        key("RANGE", defined.sortKey(), definedTypes, live.sortKey(), liveTypes);
    }

    private void key(
            String keyType,
            List<String> defined,
            Map<String, AttributeType> definedTypes,
            List<String> live,
            Map<String, AttributeType> liveTypes) {
        var same = defined.equals(live) && agree(defined, definedTypes, liveTypes);
        row(keyType, same, () -> words(defined, definedTypes), () -> words(live, liveTypes));
    }

    private void row(String what, boolean same, Supplier<String> defined, Supplier<String> live) {
        rows.add(new Row(what, same, defined, live));
    }

    private Optional<String> text() {
        if (rows.stream().allMatch(Row::same)) {
            return Optional.empty();
        }
        return Optional.of(HEADING_FORMAT.formatted("", "defined", "live")
                + rows.stream()
                        .map(row -> HEADING_FORMAT.formatted(row.what, row.defined.get(), row.live.get())
                                + (row.same ? "" : "   <- differs"))
                        .collect(Collectors.joining()));
    }

    private static boolean agree(
            List<String> names, Map<String, AttributeType> definedTypes, Map<String, AttributeType> liveTypes) {
        for (var name : names) {
            var defined = definedTypes.get(name);
            var live = liveTypes.get(name);
            if (defined != null && live != null && defined != live) {
                return false;
            }
        }
        return true;
    }

    private static String words(List<String> names, Map<String, AttributeType> types) {
        return names.isEmpty()
                ? "-"
                : names.stream()
                        .map(name -> types.containsKey(name) ? name + ":" + types.get(name) : name)
                        .collect(Collectors.joining(", "));
    }

    /** Put into words only where a row differs: nearly every look finds that none does. */
    private record Row(String what, boolean same, Supplier<String> defined, Supplier<String> live) {}
}
