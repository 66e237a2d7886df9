package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A defined shape beside the live one, row by row, for a reader to see what differs. What a definition leaves out, and
 * what an emulator doesn't tell of the live one, is no difference; neither is throughput.
 */
final class ShapeDifference {
    private static final String HEADING_FORMAT = "%n  %-11s %-40s %s";
    private static final String NOT_TOLD = "(not told)";

    private final Map<String, AttributeType> definedTypes;
    private final Map<String, AttributeType> liveTypes;
    private final @Nullable KeySchema liveKey;

    /** Of a defined table and the live one, and of their indexes. */
    ShapeDifference(TableDefinition table, LiveTable live) {
        this.definedTypes = table.attributeTypes();
        this.liveTypes = live.attributeTypes();
        this.liveKey = live.keySchema();
    }

    /** What differs between a defined index and the live one of its name; empty if it is what was asked for. */
    Optional<String> ofIndex(IndexDefinition index, LiveIndex live) {
        if (agree(index, live)) {
            return Optional.empty();
        }
        var projection = index.projection();
        var liveProjection = live.projection();
        return Optional.of(text(Stream.concat(
                rows(index.keySchema(), live.keySchema()),
                Stream.of(new Row(
                        "projection",
                        agree(projection, liveProjection),
                        String.valueOf(projection == null ? "(any)" : projection),
                        String.valueOf(liveProjection == null ? NOT_TOLD : liveProjection))))));
    }

    /** Whether the live index is what was asked for. One that is to be replaced is asked at each look, and needs no words. */
    boolean agree(IndexDefinition index, LiveIndex live) {
        return agree(index.projection(), live.projection()) && agree(index.keySchema(), live.keySchema());
    }

    private static boolean agree(@Nullable Projection defined, @Nullable Projection live) {
        return defined == null || live == null || defined.equals(live);
    }

    /** What differs between a table's defined own key and the live one; empty if they agree. */
    Optional<String> ofTable(TableCreation creation) {
        return agree(creation.keySchema(), liveKey)
                ? Optional.empty()
                : Optional.of(text(rows(creation.keySchema(), liveKey)));
    }

    private static String text(Stream<Row> rows) {
        return HEADING_FORMAT.formatted("", "defined", "live")
                + rows.map(row -> HEADING_FORMAT.formatted(row.what, row.defined, row.live)
                                + (row.same ? "" : "   <- differs"))
                        .collect(Collectors.joining());
    }

    /** Nearly every look finds that they do, so nothing is made for it. */
    private boolean agree(KeySchema defined, @Nullable KeySchema live) {
        return live == null
                || (agree(defined.partitionKey(), live.partitionKey()) && agree(defined.sortKey(), live.sortKey()));
    }

    private boolean agree(List<String> names, List<String> liveNames) {
        if (!names.equals(liveNames)) {
            return false;
        }
        for (var name : names) {
            var type = definedTypes.get(name);
            var liveType = liveTypes.get(name);
            if (type != null && liveType != null && type != liveType) {
                return false;
            }
        }
        return true;
    }

    private Stream<Row> rows(KeySchema defined, @Nullable KeySchema live) {
        return live == null
                ? Stream.of(new Row("key", true, defined.attributes().toString(), NOT_TOLD))
                : Stream.of(
                        row("HASH", defined.partitionKey(), live.partitionKey()),
                        row("RANGE", defined.sortKey(), live.sortKey()));
    }

    private Row row(String keyType, List<String> names, List<String> liveNames) {
        return new Row(keyType, agree(names, liveNames), words(names, definedTypes), words(liveNames, liveTypes));
    }

    private static String words(List<String> names, Map<String, AttributeType> types) {
        return names.isEmpty()
                ? "-"
                : names.stream()
                        .map(name -> types.containsKey(name) ? name + ":" + types.get(name) : name)
                        .collect(Collectors.joining(", "));
    }

    private record Row(String what, boolean same, String defined, String live) {}
}
