package dev.ensuregsis.maven.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was expected, as JSON. */
final class EstimateJson {
    private EstimateJson() {}

    static void write(JsonGenerator json, @Nullable RunEstimate estimate) throws IOException {
        if (estimate == null) {
            json.writeNullField("estimate");
            return;
        }
        json.writeObjectFieldStart("estimate");
        duration(json, estimate.duration());
        work(json, estimate.work());
        cost(json, estimate.cost());
        json.writeArrayFieldStart("indexes");
        for (var index : estimate.indexes()) {
            write(json, index);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IndexEstimate index) throws IOException {
        json.writeStartObject();
        JsonParts.index(json, index.id());
        duration(json, index.duration());
        json.writeStringField("basis", index.basis().kind().name());
        json.writeNumberField("earlierIndexes", index.basis().earlier());
        work(json, index.work());
        var bound = index.bound();
        if (bound == null) {
            json.writeNullField("boundedBy");
        } else {
            json.writeObjectFieldStart("boundedBy");
            json.writeStringField("capacity", bound.kind().name());
            json.writeNumberField("writeUnitsPerSecond", bound.unitsPerSecond());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void duration(JsonGenerator json, @Nullable DurationRange range) throws IOException {
        if (range == null) {
            json.writeNullField("seconds");
            return;
        }
        amount(
                json,
                "seconds",
                new Amount(range.least().toSeconds(), range.most().toSeconds()));
    }

    private static void work(JsonGenerator json, @Nullable BuildWork work) throws IOException {
        if (work == null) {
            json.writeNullField("writeUnits");
            json.writeNullField("storageBytes");
            return;
        }
        amount(json, "writeUnits", work.writeUnits());
        amount(json, "storageBytes", work.storageBytes());
    }

    private static void amount(JsonGenerator json, String name, Amount amount) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("least", amount.least());
        json.writeNumberField("most", amount.most());
        json.writeEndObject();
    }

    private static void cost(JsonGenerator json, @Nullable Cost cost) throws IOException {
        if (cost == null) {
            json.writeNullField("cost");
            return;
        }
        json.writeObjectFieldStart("cost");
        json.writeStringField("region", cost.region());
        json.writeStringField("pricesOf", cost.asOf());
        json.writeStringField("currency", cost.currency());
        money(json, "writes", cost.writes());
        money(json, "storagePerMonth", cost.storagePerMonth());
        json.writeEndObject();
    }

    private static void money(JsonGenerator json, String name, Cost.Money money) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("least", money.least());
        json.writeNumberField("most", money.most());
        json.writeEndObject();
    }
}
