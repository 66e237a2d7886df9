package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.IndexReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run before DynamoDB Local is there")
class RehearsalTest {

    /** Else it would have loaded what a failure needs, and no test does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void goesTheWayOfARunThatIsGreen(int tables) {
        var report = Rehearsal.of(definitions(tables));

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(report.indexes()).hasSize(Math.min(tables, 2)).allMatch(IndexReport::isActive);
    }

    @Test
    void isNoneWhereThereIsNothingToRun() {
        assertThat(Rehearsal.of(new Definitions(List.of(), List.of())).indexes())
                .isEmpty();
    }

    private static Definitions definitions(int tables) {
        return DefinitionReader.builder()
                .build()
                .read(IntStream.range(0, tables)
                        .mapToObj(table -> DefinitionSource.text(table + ".json", """
                                {"TableName": "table-%d",
                                 "AttributeDefinitions": [
                                   {"AttributeName": "id", "AttributeType": "S"},
                                   {"AttributeName": "day", "AttributeType": "N"}],
                                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                                 "GlobalSecondaryIndexes": [
                                   {"IndexName": "day-index",
                                    "KeySchema": [{"AttributeName": "day", "KeyType": "HASH"}],
                                    "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
                                """.formatted(table)))
                        .toList());
    }
}
