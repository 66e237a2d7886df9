package dev.ensuregsis.engine.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short digest of what an index is to be, so that a changed definition is noticed: equal shapes, equal digests. */
public final class Fingerprint {
    private static final int LENGTH = 16;

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
        shape.append(index.projection()).append('\n').append(index.capacity());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(shape.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void attribute(StringBuilder shape, String keyType, String name, TableDefinition table) {
        shape.append(keyType)
                .append(' ')
                .append(name)
                .append(':')
                .append(table.attributeTypes().get(name))
                .append('\n');
    }
}
