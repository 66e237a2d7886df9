package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
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

    private ShapeDifference() {}

    /** What differs between a defined index and the live one of its name; empty if it is what was asked for. */
    static Optional<String> ofIndex(TableDefinition table, IndexDefinition index, LiveTable live, LiveIndex liveIndex) {
        var keys = new Keys(index.keySchema(), table.attributeTypes(), liveIndex.keySchema(), live.attributeTypes());
        var projection = index.projection();
        var liveProjection = liveIndex.projection();
        var sameProjection = projection == null || liveProjection == null || projection.equals(liveProjection);
        return sameProjection && keys.agree()
                ? Optional.empty()
                : Optional.of(text(Stream.concat(
                        keys.rows(),
                        Stream.of(new Row(
                                "projection",
                                sameProjection,
                                String.valueOf(projection == null ? "(any)" : projection),
                                String.valueOf(liveProjection == null ? NOT_TOLD : liveProjection))))));
    }

    /** What differs between a table's defined own key and the live one; empty if they agree. */
    static Optional<String> ofTable(TableDefinition table, TableCreation creation, LiveTable live) {
        var keys = new Keys(creation.keySchema(), table.attributeTypes(), live.keySchema(), live.attributeTypes());
        return keys.agree() ? Optional.empty() : Optional.of(text(keys.rows()));
    }

    private static String text(Stream<Row> rows) {
        return HEADING_FORMAT.formatted("", "defined", "live")
                + rows.map(row -> HEADING_FORMAT.formatted(row.what, row.defined, row.live)
                                + (row.same ? "" : "   <- differs"))
                        .collect(Collectors.joining());
    }

    /** A defined key beside a live one, each with the attribute types of its table. Nearly every look finds that they agree. */
    private record Keys(
            KeySchema defined,
            Map<String, AttributeType> definedTypes,
            @Nullable KeySchema live,
            Map<String, AttributeType> liveTypes) {

        boolean agree() {
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

        Stream<Row> rows() {
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
    }

    private record Row(String what, boolean same, String defined, String live) {}
}
