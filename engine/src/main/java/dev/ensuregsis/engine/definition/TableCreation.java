package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CreateTable needs besides the indexes: present where a definition gives the whole table.
 *
 * @param keySchema the table's key: one partition attribute, at most one sort attribute
 * @param billingMode how it is paid for
 * @param capacity its throughput settings
 * @param localIndexes its local secondary indexes
 * @param settings the settings that CreateTable carries besides
 * @param beyondCreateTable what the definition asks for and CreateTable can't carry (point-in-time recovery, TTL, auto
 *     scaling, replicas, policies)
 */
public record TableCreation(
        KeySchema keySchema,
        BillingMode billingMode,
        Capacity capacity,
        List<LocalIndexDefinition> localIndexes,
        Settings settings,
        List<Beyond> beyondCreateTable) {

    /**
     * Copies the lists and checks the key and the capacity.
     *
     * @throws IllegalArgumentException if the key is multi-attribute, the capacity contradicts the billing mode, or a
     *     local secondary index has another partition key than the table
     */
    public TableCreation {
        localIndexes = List.copyOf(localIndexes);
        beyondCreateTable = List.copyOf(beyondCreateTable);
        if (keySchema.isMultiAttribute()) {
            throw new IllegalArgumentException(
                    "a table's own key has one HASH and at most one RANGE attribute; only a global secondary index"
                            + " can have a multi-attribute key");
        }
        if (billingMode == BillingMode.PROVISIONED && capacity.provisioned() == null) {
            throw new IllegalArgumentException("BillingMode PROVISIONED needs ProvisionedThroughput");
        }
        var faults = new ArrayList<String>();
        capacity.contradictionOf(billingMode).ifPresent(faults::add);
        localIndexes.forEach(index -> index.contradictionOf(keySchema).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /**
     * An on-demand table with a key and nothing else.
     *
     * @param keySchema the table's key
     * @return its creation
     */
    public static TableCreation onDemand(KeySchema keySchema) {
        return new TableCreation(
                keySchema, BillingMode.PAY_PER_REQUEST, Capacity.UNSTATED, List.of(), Settings.NONE, List.of());
    }

    /**
     * Settings of a table that CreateTable carries and that say nothing about its indexes; null or empty where left
     * out. Strings are the API's own values.
     *
     * @param streamViewType view type of the table's stream; null: no stream
     * @param encryption server-side encryption; null: the default, a key that DynamoDB owns
     * @param tableClass {@code STANDARD} or {@code STANDARD_INFREQUENT_ACCESS}
     * @param deletionProtection whether the table is protected from deletion
     * @param tags its tags
     */
    public record Settings(
            @Nullable String streamViewType,
            @Nullable Encryption encryption,
            @Nullable String tableClass,
            boolean deletionProtection,
            Map<String, String> tags) {

        /** Nothing stated. */
        public static final Settings NONE = new Settings(null, null, null, false, Map.of());

        /** Copies the tags. */
        public Settings {
            tags = Map.copyOf(tags);
        }
    }

    /**
     * Server-side encryption other than the default.
     *
     * @param type {@code KMS} or {@code AES256}; a definition that leaves it out means {@code KMS}
     * @param kmsKeyId the key, its ARN or alias; null for the AWS-managed key
     */
    public record Encryption(String type, @Nullable String kmsKeyId) {}

    /**
     * Something that a definition asks for and CreateTable can't carry, in words for the user.
     *
     * @param setting what is asked for
     * @param why the tool or call that owns it, or why its value isn't known
     */
    public record Beyond(String setting, String why) {}
}
