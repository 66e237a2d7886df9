package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The digests that states already hold, whatever becomes of the records: none of these may change. */
class FingerprintTest {
    private static final KeySchema ROUTE = new KeySchema(List.of("origin", "destination"), List.of("departure"));

    @Test
    void whatStatesRecordIsPinned() {
        assertThat(List.of(
                        of(ROUTE, null, Capacity.UNSTATED),
                        of(ROUTE, Projection.ALL, Capacity.provisioned(5, 6)),
                        of(KeySchema.of("origin"), Projection.KEYS_ONLY, Capacity.UNSTATED),
                        of(
                                KeySchema.of("untyped"),
                                new Projection.Include(List.of("seat", "price")),
                                new Capacity(null, new Throughput(-1L, null), new Throughput(null, 4000L)))))
                .containsExactly("d4879079ee435f50", "4083c47c5f3772dc", "4a694a6e38c2607a", "e8e3173ed07903b1");
    }

    /** Attribute names may hold any character. */
    @Test
    void differentNamesAreDifferentHoweverTheyAreWritten() {
        var projections = Stream.of(
                        List.of("a, b"),
                        List.of("a", "b"),
                        List.of("a,\\ b"),
                        List.of("\"a,\\ b\""),
                        List.of("a\\, b"),
                        List.of("a,", "b"),
                        List.of("a", ", b"))
                .map(names -> of(KeySchema.of("origin"), new Projection.Include(names), Capacity.UNSTATED));
        var keys = Stream.of(
                        KeySchema.of("one:null\nRANGE two"),
                        KeySchema.of("one", "two"),
                        KeySchema.of("one:null\\nRANGE two"))
                .map(key -> of(key, null, Capacity.UNSTATED));

        assertThat(Stream.concat(projections, keys)).doesNotHaveDuplicates();
    }

    private static String of(KeySchema key, @Nullable Projection projection, Capacity capacity) {
        var index = new IndexDefinition("route-index", key, projection, capacity);
        var types = Map.of("origin", AttributeType.S, "destination", AttributeType.B, "departure", AttributeType.N);
        return Fingerprint.of(new TableDefinition("flights", types, List.of(index), null, Place.of("test")), index);
    }
}
