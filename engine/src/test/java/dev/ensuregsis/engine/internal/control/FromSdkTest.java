package dev.ensuregsis.engine.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What DescribeTable answers, with any field of it left out, as the SDK lets each be null. */
class FromSdkTest {
    private static final String INDEX = "Table.GlobalSecondaryIndexes[]";

    @Test
    void theWholeAnswerIsRead() {
        var table = read(Set.of());

        assertThat(table.name()).isEqualTo("bookings");
        assertThat(table.keySchema()).isEqualTo(KeySchema.of("any"));
        assertThat(table.attributeTypes()).isEqualTo(Map.of("any", AttributeType.S));
        assertThat(index(table).name()).isEqualTo("any");
        assertThat(index(table).projection()).isEqualTo(new Projection.Include(List.of("any")));
        assertThat(table.replicas()).hasSize(1);
    }

    @Test
    void noFieldThatIsLeftOutOrUnheardOfIsAnError() {
        var paths = FullAnswer.paths();

        assertThat(paths).hasSizeGreaterThan(60).contains(INDEX + ".Projection.ProjectionType", "Table.KeySchema[]");
        for (var path : paths) {
            assertThatCode(() -> read(Set.of(path))).as("without %s", path).doesNotThrowAnyException();
            assertThatCode(() -> FromSdk.table("bookings", FullAnswer.withSomethingNew(path)))
                    .as("with something new as %s", path)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noTwoFieldsThatAreLeftOutAreAnError() {
        var paths = FullAnswer.paths().stream()
                .filter(path -> path.contains("KeySchema") || path.contains("Projection") || path.contains("Name"))
                .toList();
        for (var one : paths) {
            for (var other : paths) {
                assertThatCode(() -> read(new HashSet<>(List.of(one, other))))
                        .as("without %s and %s", one, other)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void anEmptyAnswerIsATableThatIsWaitedFor() {
        var table = read(Set.copyOf(FullAnswer.paths()));

        assertThat(table.name()).isEqualTo("bookings");
        assertThat(table.keySchema()).isNull();
        assertThat(table.status()).isEqualTo(LiveTable.TableStatus.OTHER);
        assertThat(table.indexes()).isEmpty();
    }

    @Test
    void aProjectionThatIsNotToldWholeIsUnknownAndNotAll() {
        assertThat(index(read(Set.of(INDEX + ".Projection"))).projection()).isNull();
        assertThat(index(read(Set.of(INDEX + ".Projection.ProjectionType"))).projection())
                .isNull();
        assertThat(index(read(Set.of(INDEX + ".Projection.NonKeyAttributes"))).projection())
                .isNull();
    }

    @Test
    void aKeyThatIsNotToldWholeIsUnknown() {
        assertThat(index(read(Set.of(INDEX + ".KeySchema"))).keySchema()).isNull();
        assertThat(index(read(Set.of(INDEX + ".KeySchema[].KeyType"))).keySchema())
                .isNull();
        assertThat(read(Set.of("Table.KeySchema[].AttributeName")).keySchema()).isNull();
    }

    @Test
    void aTypeOrANameThatIsNotToldIsSkipped() {
        assertThat(read(Set.of("Table.AttributeDefinitions[].AttributeType")).attributeTypes())
                .isEmpty();
        assertThat(read(Set.of("Table.AttributeDefinitions[].AttributeName")).attributeTypes())
                .isEmpty();
        assertThat(FromSdk.table("bookings", FullAnswer.withSomethingNew("Table.AttributeDefinitions[].AttributeType"))
                        .attributeTypes())
                .isEmpty();
        assertThat(read(Set.of(INDEX + ".IndexName")).indexes()).isEmpty();
        assertThat(read(Set.of("Table.TableName")).name()).isEqualTo("bookings");
    }

    private static LiveTable read(Set<String> without) {
        return FromSdk.table("bookings", FullAnswer.without(without));
    }

    private static LiveIndex index(LiveTable table) {
        return table.indexes().get(0);
    }
}
