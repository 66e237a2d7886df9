package dev.ensuregsis.local.internal.strict;

import dev.ensuregsis.local.internal.strict.Wording.LocalRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The rules that hold for a database. The first that has something against a request decides, as AWS names one thing. */
final class Rules {
    private final BuildingIndexes building;
    private final List<Rule> rules;
    private final List<Wording> wordings;

    private Rules(BuildingIndexes building, List<Rule> rules, List<Wording> wordings) {
        this.building = building;
        this.rules = rules;
        this.wordings = wordings;
    }

    /** Those that are sure. */
    static Rules sure() {
        var building = new BuildingIndexes();
        return new Rules(
                building,
                List.of(
                        new ModelConstraints(),
                        new ReservedWords(Set.of("size")),
                        new CreationThroughput(),
                        new SingleChange(),
                        new UpdateThroughput(),
                        building),
                List.of(new IndexKeyWording(), new CancelledWording()));
    }

    /** All of them. */
    static Rules all() {
        var building = new BuildingIndexes();
        return new Rules(
                building,
                List.of(
                        new ModelConstraints(),
                        new ReservedWords(Set.of("size", "convert")),
                        new CreationThroughput(),
                        new SingleChange(),
                        new UpdateThroughput(),
                        new UnfinishedTable(),
                        new LongHashKey(),
                        building,
                        new UnprojectedFilter()),
                List.of(new IndexKeyWording(), new CancelledWording(), new CancellingWording()));
    }

    Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        for (var rule : rules) {
            var refusal = rule.refusal(request, tables);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    Optional<Refusal> wording(DynamoDbRequest request, LocalRefusal local, LiveTables tables) {
        return wordings.stream()
                .flatMap(wording -> wording.of(request, local, tables).stream())
                .findFirst();
    }

    /** Takes notice of a table that was changed. */
    void changed(UpdateTableRequest update) {
        building.changed(update);
    }
}
