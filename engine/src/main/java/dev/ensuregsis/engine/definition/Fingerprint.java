package dev.ensuregsis.engine.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A short digest of what an index is to be, so that a changed definition is noticed: equal shapes, equal digests. States
 * keep it, so the text that is digested is spelled out here, every character of it: another text would make each
 * definition look changed. What is added to a definition later is written only where it is stated.
 */
public final class Fingerprint {
    private static final int LENGTH = 16;
    private static final String LEFT_OUT = "null";

    /** What would make two shapes one text, in names that may hold any character. */
    private static final Pattern AMBIGUOUS = Pattern.compile("^\"|, |\n");

    private Fingerprint() {}

    /**
     * Digests the shape of one index: its key, the types of its key attributes, projection and capacity.
     *
     * @param table the table's definition
     * @param index one of its indexes
     * @return 16 hexadecimal digits
     */
    public static String of(TableDefinition table, IndexDefinition index) {
        var shape = new StringBuilder();
        index.keySchema().partitionKey().forEach(name -> attribute(shape, "HASH", name, table));
        index.keySchema().sortKey().forEach(name -> attribute(shape, "RANGE", name, table));
        shape.append(text(index.projection())).append('\n').append(text(index.capacity()));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(shape.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void attribute(StringBuilder shape, String keyType, String name, TableDefinition table) {
        var type = table.attributeTypes().get(name);
        shape.append(keyType)
                .append(' ')
                .append(text(name))
                .append(':')
                .append(type == null ? LEFT_OUT : type.name())
                .append('\n');
    }

    private static String text(@Nullable Projection projection) {
        if (projection == null) {
            return LEFT_OUT;
        }
        if (projection instanceof Projection.Include include) {
            return include.nonKeyAttributes().stream()
                    .map(Fingerprint::text)
                    .collect(Collectors.joining(", ", "INCLUDE [", "]"));
        }
        return projection instanceof Projection.KeysOnly ? "KEYS_ONLY" : "ALL";
    }

    /** A name as it stands; in quotes, and without what separates names, only where it could be taken for something else. */
    private static String text(String name) {
        return AMBIGUOUS.matcher(name).find()
                ? '"' + name.replace("\\", "\\\\").replace("\n", "\\n").replace(", ", ",\\ ") + '"'
                : name;
    }

    private static String text(Capacity capacity) {
        return "Capacity[provisioned=" + text(capacity.provisioned()) + ", onDemandMaximum="
                + text(capacity.onDemandMaximum()) + ", warm=" + text(capacity.warm()) + "]";
    }

    private static String text(@Nullable Throughput throughput) {
        return throughput == null
                ? LEFT_OUT
                : "Throughput[read=" + text(throughput.read()) + ", write=" + text(throughput.write()) + "]";
    }

    private static String text(@Nullable Long units) {
        return units == null ? LEFT_OUT : Long.toString(units);
    }
}
