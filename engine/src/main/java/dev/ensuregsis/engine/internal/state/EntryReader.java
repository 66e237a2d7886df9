package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonParser;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a state file. */
final class EntryReader {
    private static final Set<String> REQUIRED = Set.of("table_name", "index_name", "status");

    private final JsonParser in;
    private final Fields fields;
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private String tableName = "";
    private String indexName = "";
    private GsiStatus status = GsiStatus.PENDING;
    private @Nullable Instant creationTime;
    private int retryCount;
    private @Nullable Instant activeTime;
    private @Nullable String lastError;
    private @Nullable FailureKind failureKind;
    private @Nullable String fingerprint;
    private @Nullable String definedBy;
    private final UndertakingFields undertaking;

    private EntryReader(JsonParser in) {
        this.in = in;
        this.fields = new Fields(in);
        this.undertaking = new UndertakingFields(in, fields);
    }

    static StateDocument.Entry read(JsonParser in, String key) throws IOException {
        return new EntryReader(in).entry(key);
    }

    private StateDocument.Entry entry(String key) throws IOException {
        fields.object("the entry \"" + key + "\"", REQUIRED, name -> {
            switch (name) {
                case "table_name" -> tableName = fields.string(name);
                case "index_name" -> indexName = fields.string(name);
                case "status" -> status = status(fields.string(name));
                case "creation_time" -> creationTime = fields.timeOrNull(name);
                case "active_time" -> activeTime = fields.timeOrNull(name);
                case "retry_count" -> retryCount = fields.count(name);
                case "last_error" -> lastError = fields.stringOrNull(name);
                case "failure_kind" -> failureKind = kind(fields.stringOrNull(name));
                case "definition_fingerprint" -> fingerprint = fields.stringOrNull(name);
                case "defined_by" -> definedBy = fields.stringOrNull(name);
                default -> {
                    if (!undertaking.take(name)) {
                        unknown.put(name, UnknownFields.valueAt(in));
                    }
                }
            }
        });
        var id = new IndexId(tableName, indexName);
        if (!IndexNames.isNameOf(id, key)) {
            throw fields.damage("the entry \"" + key + "\" is about \"" + id + "\"");
        }
        var gsi = new GsiEntry(
                id,
                status,
                creationTime,
                activeTime,
                retryCount,
                lastError,
                failureKind,
                fingerprint,
                definedBy,
                undertaking.read());
        return new StateDocument.Entry(gsi, new UnknownFields(unknown));
    }

    /** A kind of a later version is no damage: the words are there. */
    private static @Nullable FailureKind kind(@Nullable String word) {
        return word == null ? null : FailureKind.of(word).orElse(null);
    }

    private GsiStatus status(String word) throws IOException {
        for (var known : GsiStatus.values()) {
            if (known.word().equals(word)) {
                return known;
            }
        }
        throw fields.damage("\"" + word + "\" is no status: it is one of "
                + Arrays.stream(GsiStatus.values()).map(GsiStatus::word).toList());
    }
}
