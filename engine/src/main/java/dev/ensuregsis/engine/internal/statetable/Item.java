package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item, read and written by their types; what is null is left out. */
final class Item {
    /** The table's key, and the attribute that its TTL is on. */
    static final String PARTITION = "state";

    static final String SORT = "item";
    static final String EXPIRES = "expires_at";

    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

    Item() {}

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes.putAll(attributes);
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    static Item key(String partition, String sort) {
        return new Item().put(PARTITION, partition).put(SORT, sort);
    }

    /** What it says, all in all. */
    <T> T as(Function<Item, T> reader) {
        try {
            return reader.apply(this);
        } catch (StateException otherVersion) {
            throw otherVersion;
        } catch (RuntimeException unreadable) {
            throw new StateTableException(
                    new StateTableFault.Damaged("the item " + text(PARTITION).orElse("?") + " / "
                            + text(SORT).orElse("?") + " can't be read: " + unreadable.getMessage()),
                    unreadable);
        }
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    Item put(String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    Item put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    Item put(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item put(String name, Item value) {
        attributes.put(name, AttributeValue.fromM(value.attributes));
        return this;
    }

    Item put(String name, List<Item> values) {
        attributes.put(
                name,
                AttributeValue.fromL(values.stream()
                        .map(value -> AttributeValue.fromM(value.attributes))
                        .toList()));
        return this;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> damaged(name));
    }

    Optional<Instant> time(String name) {
        return text(name).map(Instant::parse);
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    long number(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::n)
                .map(digits -> new BigDecimal(digits).longValueExact())
                .orElseThrow(() -> damaged(name));
    }

    Optional<Item> map(String name) {
        return Optional.ofNullable(attributes.get(name))
                .filter(AttributeValue::hasM)
                .map(value -> of(value.m()));
    }

    List<Item> list(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(value -> of(value.m()))
                .toList();
    }

    private static IllegalStateException damaged(String name) {
        return new IllegalStateException("it has no \"" + name + "\"");
    }
}
