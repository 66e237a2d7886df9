package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a state file strictly: what is not as the format says is damage, with its place; unknown fields are kept. */
final class DocumentReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            // The keys of the entries are field names too: many, and each seen once.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private static final Set<String> COUNTS =
            Counts.of(StateSummary.of(List.of())).keySet();

    private final JsonParser in;
    private final Fields fields;
    private final List<StateDocument.Entry> entries = new ArrayList<>();
    private final Set<IndexId> ids = new HashSet<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final Map<String, String> unknownInSummary = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private Target target = Target.UNKNOWN;
    private String scriptName = "";
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;

    private DocumentReader(JsonParser in) {
        this.in = in;
        this.fields = new Fields(in);
    }

    static Reading read(byte[] json) {
        var version = versionOf(json);
        if (version != null && !version.equals(StateDocument.VERSION)) {
            return new Reading.OtherVersion(version);
        }
        try (var in = FACTORY.createParser(json)) {
            in.nextToken();
            return new Reading.Whole(new DocumentReader(in).document());
        } catch (JsonProcessingException e) {
            return damaged(e.getOriginalMessage(), e.getLocation());
        } catch (IOException e) {
            return damaged(String.valueOf(e.getMessage()), null);
        }
    }

    private static Reading damaged(String reason, @Nullable JsonLocation at) {
        return new Reading.Damaged(
                reason, at == null ? 1 : Math.max(1, at.getLineNr()), at == null ? 1 : Math.max(1, at.getColumnNr()));
    }

    /** Looked for first, wherever it stands, since another version may have other types; null if it can't be found. */
    private static @Nullable String versionOf(byte[] json) {
        try (var in = FACTORY.createParser(json)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = in.getText().equals("version");
                    if (in.nextToken() == JsonToken.VALUE_STRING && found) {
                        return in.getText();
                    }
                    in.skipChildren();
                }
            }
            return null;
        } catch (IOException damagedBeforeIt) {
            return null;
        }
    }

    private StateDocument document() throws IOException {
        fields.object("the file", Set.of("version", "gsis"), name -> {
            switch (name) {
                case "version" -> fields.string(name);
                case "created_at" -> createdAt = fields.timeOrNull(name);
                case "updated_at" -> updatedAt = fields.timeOrNull(name);
                case "script_name" -> scriptName = fields.string(name);
                case "dynamodb" -> target = target();
                case "gsis" -> fields.entries("\"gsis\"", this::entry);
                case "summary" -> fields.object("\"summary\"", Set.of(), this::summaryField);
                default -> unknown.put(name, UnknownFields.valueAt(in));
            }
        });
        if (in.nextToken() != null) {
            throw fields.damage("there is more after the end");
        }
        var updated = updatedAt == null ? createdAt == null ? Instant.EPOCH : createdAt : updatedAt;
        var document = new StateDocument(
                scriptName,
                createdAt == null ? updated : createdAt,
                updated,
                target,
                entries,
                new UnknownFields(unknown),
                new UnknownFields(unknownInSummary));
        compareSummary(document.summary());
        return document;
    }

    /** A key may stand twice: two pairs of names can join to one text, and other tools give both the same key. */
    private void entry(String key) throws IOException {
        var entry = EntryReader.read(in, key);
        if (!ids.add(entry.gsi().id())) {
            throw fields.damage("the entry \"" + key + "\" is there twice");
        }
        entries.add(entry);
    }

    private Target target() throws IOException {
        var parts = new LinkedHashMap<String, @Nullable String>();
        fields.object("\"dynamodb\"", Set.of(), name -> parts.put(name, fields.stringOrNull(name)));
        return new Target(parts.get("account_id"), parts.get("region"), parts.get("endpoint"));
    }

    private void summaryField(String name) throws IOException {
        if (COUNTS.contains(name)) {
            counts.put(name, fields.count(name));
        } else {
            unknownInSummary.put(name, UnknownFields.valueAt(in));
        }
    }

    /** A summary that says otherwise than the entries shows that some of them were lost or changed. */
    private void compareSummary(StateSummary counted) throws IOException {
        var actual = Counts.of(counted);
        for (var count : counts.entrySet()) {
            if (!count.getValue().equals(actual.get(count.getKey()))) {
                throw fields.damage("the summary says " + count.getKey() + " " + count.getValue() + ", the entries "
                        + actual.get(count.getKey()));
            }
        }
    }
}
