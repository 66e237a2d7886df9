package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameOptionsTest {
    private static final Definitions DEFINED =
            new Definitions(List.of(table("dev-bookings", "by-agent", "by-date"), table("dev-flights", "by-date")));

    @Test
    void namesAndGlobsAreThoseOfTheDefinitions() {
        assertThat(selected("gsi.tables", "bookings"))
                .containsExactly(id("bookings", "by-agent"), id("bookings", "by-date"));
        assertThat(selected("gsi.tables", "f*")).containsExactly(id("flights", "by-date"));
        assertThat(selected("gsi.indexes", "by-date"))
                .containsExactly(id("bookings", "by-date"), id("flights", "by-date"));
        assertThat(selected("gsi.indexes", "flights/by-date")).containsExactly(id("flights", "by-date"));
        assertThat(selected("gsi.indexes", "*/by-a*")).containsExactly(id("bookings", "by-agent"));
    }

    @Test
    void whatNamesNothingIsRefusedAllInOneGo() {
        var reader = new OptionReader(Map.of(
                "gsi.tableNamePrefix", "dev-",
                "gsi.tables", "bookings,bokings,x*",
                "gsi.indexes", "by-agent,flights/by-agent",
                "gsi.tableNames", "Bookings=bookings,Seats=seats"));

        NameOptions.read(reader).refuseUnknown(DEFINED, List::of, reader);

        assertThat(reader.faults())
                .containsExactly(
                        "gsi.tables is \"bokings\", but has to be a table that is defined: bookings, flights",
                        "gsi.tables is \"x*\", but has to be a table that is defined: bookings, flights",
                        "gsi.indexes is \"flights/by-agent\", but has to be an index that is defined: bookings/by-agent,"
                                + " bookings/by-date, flights/by-date",
                        "gsi.tableNames is \"Seats=seats\", but has to be about a table of a template that is read, by"
                                + " its logical id");
    }

    @Test
    void whatIsRecordedHasANameToo() {
        var reader = new OptionReader(Map.of(
                "gsi.tableNamePrefix", "dev-",
                "gsi.tables", "gates,gate",
                "gsi.indexes", "gates/old-*,older"));

        NameOptions.read(reader).refuseUnknown(DEFINED, () -> List.of(id("gates", "old-index")), reader);

        assertThat(reader.faults())
                .satisfiesExactly(
                        table -> assertThat(table).startsWith("gsi.tables is \"gate\""),
                        index -> assertThat(index).startsWith("gsi.indexes is \"older\""));
    }

    private static List<IndexId> selected(String property, String value) {
        var reader = new OptionReader(Map.of("gsi.tableNamePrefix", "dev-", property, value));
        var selected = NameOptions.read(reader).selection().of(DEFINED).indexIds();
        assertThat(reader.faults()).isEmpty();
        return List.copyOf(selected);
    }

    private static IndexId id(String table, String index) {
        return new IndexId("dev-" + table, index);
    }

    private static TableDefinition table(String name, String... indexes) {
        return new TableDefinition(
                name,
                Map.of(),
                Stream.of(indexes)
                        .map(index -> new IndexDefinition(index, KeySchema.of("k"), Projection.ALL, Capacity.UNSTATED))
                        .toList(),
                null,
                Place.of("gsis.json"));
    }
}
