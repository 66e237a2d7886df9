package dev.ensuregsis.engine.internal.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.utils.builder.Buildable;

/** A table's description with every field that the SDK knows, at every depth; or with some of them left out or altered. */
public final class FullAnswer {
    private final Set<String> without;
    private final Set<String> altered;
    private final List<String> paths = new ArrayList<>();

    private FullAnswer(Set<String> without, Set<String> altered) {
        this.without = without;
        this.altered = altered;
    }

    /** The fields, each by its path. */
    public static List<String> paths() {
        var answer = new FullAnswer(Set.of(), Set.of());
        answer.table();
        return answer.paths;
    }

    public static TableDescription without(Set<String> paths) {
        return new FullAnswer(paths, Set.of()).table();
    }

    /** A word, of which a later DynamoDB has another; other kinds of fields stay as they are. */
    public static TableDescription withSomethingNew(String path) {
        return new FullAnswer(Set.of(), Set.of(path)).table();
    }

    private TableDescription table() {
        return (TableDescription) filled(TableDescription.builder(), "Table");
    }

    private Object filled(SdkPojo builder, String path) {
        for (var field : builder.sdkFields()) {
            field.set(builder, value(field, path + "." + field.memberName()));
        }
        return ((Buildable) builder).build();
    }

    private @Nullable Object value(SdkField<?> field, String path) {
        paths.add(path);
        if (without.contains(path)) {
            return null;
        }
        var type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return filled(field.constructor().get(), path);
        }
        if (type == MarshallingType.LIST) {
            var element = value(field.getTrait(ListTrait.class).memberFieldInfo(), path + "[]");
            return element == null ? List.of() : List.of(element);
        }
        if (type == MarshallingType.STRING) {
            return altered.contains(path) ? "SOMETHING_NEW" : word(path.substring(path.lastIndexOf('.') + 1));
        }
        return type == MarshallingType.BOOLEAN
                ? (Object) true
                : type == MarshallingType.INSTANT ? Instant.EPOCH : number(type);
    }

    private static Object number(MarshallingType<?> type) {
        return type == MarshallingType.LONG ? (Object) 1L : type == MarshallingType.DOUBLE ? (Object) 1.0 : (Object) 1;
    }

    private static String word(String name) {
        return switch (name) {
            case "KeyType" -> "HASH";
            case "AttributeType" -> "S";
            case "ProjectionType" -> "INCLUDE";
            case "BillingMode" -> "PROVISIONED";
            case "TableStatus", "IndexStatus", "ReplicaStatus" -> "ACTIVE";
            default -> "any";
        };
    }
}
