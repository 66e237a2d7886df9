package dev.ensuregsis.benchmarks.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same tables of five indexes in the shapes that formats are made of, as trees of maps and lists. */
final class Tables {
    static final int INDEXES = 5;

    private Tables() {}

    static String name(int table) {
        return "bookings-" + table;
    }

    /** In the shape of the AWS API, without its name. */
    static Map<String, Object> api(int table) {
        return map(
                "AttributeDefinitions",
                list(INDEXES + 1, i -> map("AttributeName", attribute(i), "AttributeType", "S")),
                "KeySchema",
                List.of(map("AttributeName", attribute(0), "KeyType", "HASH")),
                "BillingMode",
                "PAY_PER_REQUEST",
                "GlobalSecondaryIndexes",
                list(INDEXES, Tables::apiIndex));
    }

    /** As a live table is described. */
    static Map<String, Object> described(int table) {
        var described = map(
                "TableName",
                name(table),
                "TableStatus",
                "ACTIVE",
                "TableArn",
                "arn:aws:dynamodb:eu-west-1:123456789012:table/" + name(table),
                "TableSizeBytes",
                52_428_800,
                "ItemCount",
                120_000);
        described.putAll(api(table));
        described.remove("BillingMode");
        described.put("BillingModeSummary", map("BillingMode", "PAY_PER_REQUEST"));
        described.put("GlobalSecondaryIndexes", list(INDEXES, i -> {
            var index = apiIndex(i);
            index.put("IndexStatus", "ACTIVE");
            index.put("IndexSizeBytes", 1_048_576);
            index.put("ItemCount", 120_000);
            return index;
        }));
        return described;
    }

    /** In the shape of NoSQL Workbench. */
    static Map<String, Object> modelled(int table) {
        return map(
                "TableName",
                name(table),
                "KeyAttributes",
                map("PartitionKey", map("AttributeName", attribute(0), "AttributeType", "S")),
                "GlobalSecondaryIndexes",
                list(
                        INDEXES,
                        i -> map(
                                "IndexName",
                                index(i),
                                "KeyAttributes",
                                map("PartitionKey", map("AttributeName", attribute(i + 1), "AttributeType", "S")),
                                "Projection",
                                map("ProjectionType", "ALL"))),
                "BillingMode",
                "PAY_PER_REQUEST");
    }

    /** In the shape of Terraform's resource. */
    static Map<String, Object> resource(int table) {
        return map(
                "name",
                name(table),
                "arn",
                "arn:aws:dynamodb:eu-west-1:123456789012:table/" + name(table),
                "billing_mode",
                "PAY_PER_REQUEST",
                "hash_key",
                attribute(0),
                "read_capacity",
                0,
                "write_capacity",
                0,
                "attribute",
                list(INDEXES + 1, i -> map("name", attribute(i), "type", "S")),
                "global_secondary_index",
                list(
                        INDEXES,
                        i -> map(
                                "name",
                                index(i),
                                "hash_key",
                                attribute(i + 1),
                                "range_key",
                                "",
                                "projection_type",
                                "ALL",
                                "non_key_attributes",
                                List.of())));
    }

    static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static List<Object> list(int size, IntFunction<Object> item) {
        return new ArrayList<>(IntStream.range(0, size).mapToObj(item).toList());
    }

    private static Map<String, Object> apiIndex(int index) {
        return map(
                "IndexName", index(index),
                "KeySchema", List.of(map("AttributeName", attribute(index + 1), "KeyType", "HASH")),
                "Projection", map("ProjectionType", "ALL"));
    }

    private static String attribute(int number) {
        return "attribute-" + number;
    }

    private static String index(int number) {
        return "by-attribute-" + number;
    }
}
