package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ensuregsis.engine.definition.IndexFit.Indexed;
import dev.ensuregsis.engine.definition.IndexFit.Misfit;
import dev.ensuregsis.engine.definition.IndexFit.Sparse;
import dev.ensuregsis.engine.definition.MisfitReason.Empty;
import dev.ensuregsis.engine.definition.MisfitReason.Null;
import dev.ensuregsis.engine.definition.MisfitReason.PartMissing;
import dev.ensuregsis.engine.definition.MisfitReason.TooLong;
import dev.ensuregsis.engine.definition.MisfitReason.WrongType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("Which item fits which index")
class IndexFitTest {
    private static final AttributeValue BYTES = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0}));

    /** Each kind of value against each type of key: the only ones that are keys are those of the key's own type. */
    static Stream<Arguments> valuesAndTypes() {
        var values = Map.of(
                "S", AttributeValue.fromS("a"),
                "N", AttributeValue.fromN("1"),
                "B", BYTES,
                "BOOL", AttributeValue.fromBool(true),
                "L", AttributeValue.fromL(List.of()),
                "M", AttributeValue.fromM(Map.of()),
                "SS", AttributeValue.fromSs(List.of("a")),
                "NS", AttributeValue.fromNs(List.of("1")),
                "BS", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("a"))));
        return Stream.of(AttributeType.values())
                .flatMap(type ->
                        values.entrySet().stream().map(value -> arguments(value.getKey(), value.getValue(), type)));
    }

    @ParameterizedTest(name = "{0} for a key of type {2}")
    @MethodSource("valuesAndTypes")
    void aValueOfAnotherTypeIsNoKey(String actual, AttributeValue value, AttributeType type) {
        assertThat(fit(KeySchema.of("k"), type, Map.of("k", value)))
                .isEqualTo(
                        actual.equals(type.name())
                                ? new Indexed()
                                : new Misfit(List.of(new WrongType("k", type, actual))));
    }

    @ParameterizedTest
    @CsvSource({"S", "N", "B"})
    void nullIsNotTheSameAsNone(AttributeType type) {
        assertThat(fit(KeySchema.of("k"), type, Map.of("k", AttributeValue.fromNul(true))))
                .isEqualTo(new Misfit(List.of(new Null("k", type))));
        assertThat(fit(KeySchema.of("k"), type, Map.of())).isEqualTo(new Sparse(List.of("k")));
    }

    @Test
    void emptyIsNoKey() {
        assertThat(fit(KeySchema.of("k"), AttributeType.S, Map.of("k", AttributeValue.fromS(""))))
                .isEqualTo(new Misfit(List.of(new Empty("k", AttributeType.S))));
        assertThat(fit(KeySchema.of("k"), AttributeType.B, Map.of("k", AttributeValue.fromB(bytes(0)))))
                .isEqualTo(new Misfit(List.of(new Empty("k", AttributeType.B))));
    }

    /** Lengths count in bytes: of UTF-8 a character has one to four. */
    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({
        "x , 2047, 2047",
        "x , 2048, 2048",
        "x , 2049, 2049",
        "é , 1024, 2048",
        "é , 1025, 2050",
        "€ ,  682, 2046",
        "€ ,  683, 2049",
        "😀,  512, 2048",
        "😀,  513, 2052"
    })
    void aPartitionKeyHas2048BytesAndASortKey1024(String character, int times, int bytes) {
        var text = AttributeValue.fromS(character.repeat(times));
        var binary = AttributeValue.fromB(bytes(bytes));

        assertThat(fit(KeySchema.of("k"), AttributeType.S, Map.of("k", text))).isEqualTo(lengthAllowed(bytes, 2048));
        assertThat(fit(KeySchema.of("k"), AttributeType.B, Map.of("k", binary))).isEqualTo(lengthAllowed(bytes, 2048));
        var half = AttributeValue.fromS(character.repeat(times / 2));
        var halfItsBytes = times / 2 * (bytes / times);
        assertThat(fit(KeySchema.of("p", "k"), AttributeType.S, Map.of("p", AttributeValue.fromS("a"), "k", half)))
                .isEqualTo(lengthAllowed(halfItsBytes, 1024));
        assertThat(fit(KeySchema.of("p", "k"), AttributeType.S, Map.of("p", AttributeValue.fromS("a"), "k", text)))
                .isEqualTo(lengthAllowed(bytes, 1024));
    }

    private static IndexFit lengthAllowed(int bytes, int most) {
        return bytes <= most ? new Indexed() : new Misfit(List.of(new TooLong("k", bytes, most)));
    }

    @Test
    void aNumberIsNeverTooLong() {
        var longest = AttributeValue.fromN("-1." + "1".repeat(37) + "E-100");

        assertThat(fit(KeySchema.of("k"), AttributeType.N, Map.of("k", longest)))
                .isEqualTo(new Indexed());
    }

    @Test
    void anItemWithoutAKeyAttributeIsLeftOutByDesign() {
        var key = KeySchema.of("p", "s");
        var value = AttributeValue.fromS("a");

        assertThat(fit(key, AttributeType.S, Map.of("p", value, "s", value))).isEqualTo(new Indexed());
        assertThat(fit(key, AttributeType.S, Map.of("p", value))).isEqualTo(new Sparse(List.of("s")));
        assertThat(fit(key, AttributeType.S, Map.of("s", value))).isEqualTo(new Sparse(List.of("p")));
        assertThat(fit(key, AttributeType.S, Map.of("other", value))).isEqualTo(new Sparse(List.of("p", "s")));
    }

    @Test
    void aWrongValueIsAMisfitWhateverIsMissingBesides() {
        assertThat(fit(KeySchema.of("p", "s"), AttributeType.S, Map.of("s", AttributeValue.fromN("1"))))
                .isEqualTo(new Misfit(List.of(new WrongType("s", AttributeType.S, "N"))));
    }

    @Test
    void aMultiAttributeKeyWantsAllOfAHalfOrNothing() {
        var key = new KeySchema(List.of("p1", "p2"), List.of("s1", "s2"));
        var value = AttributeValue.fromS("a");

        assertThat(fit(key, AttributeType.S, Map.of("p1", value, "p2", value, "s1", value, "s2", value)))
                .isEqualTo(new Indexed());
        assertThat(fit(key, AttributeType.S, Map.of("p1", value, "p2", value)))
                .isEqualTo(new Sparse(List.of("s1", "s2")));
        assertThat(fit(key, AttributeType.S, Map.of("p1", value, "s2", value)))
                .isEqualTo(new Misfit(List.of(new PartMissing("p2"), new PartMissing("s1"))));
    }

    @Test
    void allReasonsAreToldInTheOrderOfTheKey() {
        var key = new KeySchema(List.of("p1", "p2", "p3"), List.of("s"));
        var types = Map.of("p1", AttributeType.S, "p2", AttributeType.S, "s", AttributeType.B);
        var item = Map.of(
                "p1",
                AttributeValue.fromNul(true),
                "p2",
                AttributeValue.fromN("1"),
                "s",
                AttributeValue.fromB(bytes(1025)));

        var fit = IndexFit.of(item, key, types);

        assertThat(fit)
                .isInstanceOfSatisfying(
                        Misfit.class,
                        misfit -> assertThat(misfit.reasons())
                                .extracting(MisfitReason::told)
                                .containsExactly(
                                        "p1 is NULL, not S",
                                        "p2 is of type N, not S",
                                        "p3 is missing, and others of its multi-attribute key are there",
                                        "s is 1025 bytes long, over 1024"));
    }

    @Test
    void anAttributeOfUnknownTypeMayBeWhateverAKeyCanBe() {
        for (var value : List.of(AttributeValue.fromS("a"), AttributeValue.fromN("1"), BYTES)) {
            assertThat(IndexFit.of(Map.of("k", value), KeySchema.of("k"), Map.of()))
                    .isEqualTo(new Indexed());
        }
        assertThat(IndexFit.of(Map.of("k", AttributeValue.fromL(List.of())), KeySchema.of("k"), Map.of()))
                .isInstanceOfSatisfying(
                        Misfit.class,
                        misfit -> assertThat(misfit.reasons())
                                .singleElement()
                                .extracting(MisfitReason::told)
                                .isEqualTo("k is of type L, which no key can be"));
    }

    private static IndexFit fit(KeySchema key, AttributeType type, Map<String, AttributeValue> item) {
        return IndexFit.of(item, key, key.attributes().stream().collect(Collectors.toMap(name -> name, name -> type)));
    }

    private static SdkBytes bytes(int length) {
        return SdkBytes.fromByteArray(new byte[length]);
    }
}
