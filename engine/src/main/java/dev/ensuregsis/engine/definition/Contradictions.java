package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two definitions of one thing say differently, in words. What one of them leaves out contradicts nothing. Pure.
 */
final class Contradictions {
    private final List<String> found = new ArrayList<>();

    private Contradictions() {}

    /** Between two definitions of one index. */
    static List<String> of(IndexDefinition here, IndexDefinition there) {
        var contradictions = new Contradictions();
        contradictions.look("key", words(here.keySchema()), words(there.keySchema()));
        contradictions.look("projection", here.projection(), there.projection());
        contradictions.capacity(here.capacity(), there.capacity());
        return contradictions.found;
    }

    /** Between two definitions of one table itself. */
    static List<String> of(TableCreation here, TableCreation there) {
        var contradictions = new Contradictions();
        contradictions.look("key", words(here.keySchema()), words(there.keySchema()));
        contradictions.look("billing mode", here.billingMode(), there.billingMode());
        contradictions.capacity(here.capacity(), there.capacity());
        for (var index : here.localIndexes()) {
            there.localIndexes().stream()
                    .filter(other -> other.name().equals(index.name()))
                    .forEach(other -> contradictions.look(
                            "local index \"" + index.name() + "\"",
                            words(index.keySchema()) + " " + index.projection(),
                            words(other.keySchema()) + " " + other.projection()));
        }
        contradictions.settings(here.settings(), there.settings());
        return contradictions.found;
    }

    private void settings(TableCreation.Settings here, TableCreation.Settings there) {
        look("stream", here.streamViewType(), there.streamViewType());
        look("encryption", words(here.encryption()), words(there.encryption()));
        look("table class", here.tableClass(), there.tableClass());
        here.tags()
                .forEach((key, value) ->
                        look("tag \"" + key + "\"", value, there.tags().get(key)));
    }

    private void capacity(Capacity here, Capacity there) {
        look("throughput", words(here.provisioned()), words(there.provisioned()));
        look("on-demand throughput", words(here.onDemandMaximum()), words(there.onDemandMaximum()));
        look("warm throughput", words(here.warm()), words(there.warm()));
    }

    private void look(String what, @Nullable Object here, @Nullable Object there) {
        if (here != null && there != null && !here.equals(there)) {
            found.add(what + " is " + here + " here and " + there + " there");
        }
    }

    private static String words(KeySchema key) {
        return key.sortKey().isEmpty()
                ? String.join(" + ", key.partitionKey())
                : String.join(" + ", key.partitionKey()) + " / " + String.join(" + ", key.sortKey());
    }

    private static @Nullable String words(TableCreation.@Nullable Encryption encryption) {
        return encryption == null ? null : encryption.type() + " " + Objects.toString(encryption.kmsKeyId(), "");
    }

    private static @Nullable String words(@Nullable Throughput throughput) {
        return throughput == null ? null : throughput.read() + " reads, " + throughput.write() + " writes";
    }
}
