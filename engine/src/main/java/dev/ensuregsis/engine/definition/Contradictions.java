package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
        contradictions.look("key", here.keySchema(), there.keySchema(), Contradictions::words);
        contradictions.look("projection", here.projection(), there.projection(), Projection::toString);
        contradictions.capacity(here.capacity(), there.capacity());
        return contradictions.found;
    }

    /** Between two definitions of one table itself. */
    static List<String> of(TableCreation here, TableCreation there) {
        var contradictions = new Contradictions();
        contradictions.look("key", here.keySchema(), there.keySchema(), Contradictions::words);
        contradictions.look("billing mode", here.billingMode(), there.billingMode(), BillingMode::name);
        contradictions.capacity(here.capacity(), there.capacity());
        for (var index : here.localIndexes()) {
            there.localIndexes().stream()
                    .filter(other -> other.name().equals(index.name()))
                    .forEach(other -> contradictions.look(
                            "local index \"" + index.name() + "\"", index, other, Contradictions::words));
        }
        contradictions.settings(here.settings(), there.settings());
        return contradictions.found;
    }

    private void settings(TableCreation.Settings here, TableCreation.Settings there) {
        look("stream", here.streamViewType(), there.streamViewType(), String::toString);
        look("encryption", here.encryption(), there.encryption(), Contradictions::words);
        look("table class", here.tableClass(), there.tableClass(), String::toString);
        here.tags()
                .forEach((key, value) ->
                        look("tag \"" + key + "\"", value, there.tags().get(key), String::toString));
    }

    private void capacity(Capacity here, Capacity there) {
        look("throughput", here.provisioned(), there.provisioned(), Contradictions::words);
        look("on-demand throughput", here.onDemandMaximum(), there.onDemandMaximum(), Contradictions::words);
        look("warm throughput", here.warm(), there.warm(), Contradictions::words);
    }

    /** Compares the values, not their words: attributes may be named so that two keys read alike. */
    private <T> void look(String what, @Nullable T here, @Nullable T there, Function<T, String> words) {
        if (here != null && there != null && !here.equals(there)) {
            found.add(what + " is " + words.apply(here) + " here and " + words.apply(there) + " there");
        }
    }

    private static String words(KeySchema key) {
        return key.sortKey().isEmpty()
                ? String.join(" + ", key.partitionKey())
                : String.join(" + ", key.partitionKey()) + " / " + String.join(" + ", key.sortKey());
    }

    private static String words(LocalIndexDefinition index) {
        return words(index.keySchema()) + " " + index.projection();
    }

    private static String words(TableCreation.Encryption encryption) {
        return encryption.type() + " " + Objects.toString(encryption.kmsKeyId(), "");
    }

    private static String words(Throughput throughput) {
        return throughput.read() + " reads, " + throughput.write() + " writes";
    }
}
