package dev.ensuregsis.benchmarks.reading;

import static dev.ensuregsis.benchmarks.reading.Tables.list;
import static dev.ensuregsis.benchmarks.reading.Tables.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A definitions file in one of the formats, pretty-printed as tools print it.
 *
 * @param name what it is
 * @param file its name
 * @param tables how many tables it holds
 * @param text its text
 */
record Written(String name, String file, int tables, String text) {
    private static final int TEMPLATE_BYTES = 1_000_000;
    private static final int STATE_BYTES = 20_000_000;

    /** So many tables in each format. */
    static List<Written> inEachFormat(int tables) {
        return List.of(
                json("gsis.json", "gsis.json", tables, mapped(tables)),
                yaml("gsis.yaml", "gsis.yaml", tables, mapped(tables)),
                json("create-table requests", "requests.json", tables, list(tables, Written::request)),
                json(
                        "describe-table",
                        "tables.json",
                        tables,
                        list(tables, table -> map("Table", Tables.described(table)))),
                json("CloudFormation, JSON", "template.json", tables, template(tables, 0)),
                yaml("CloudFormation, YAML", "template.yaml", tables, template(tables, 0)),
                yaml("serverless.yml", "serverless.yml", tables, service(tables)),
                json("NoSQL Workbench", "model.json", tables, model(tables)),
                json("Terraform, show -json", "state.json", tables, shown(tables, 0)),
                json("Terraform, a plan", "plan.json", tables, planned(tables)),
                json("Terraform, tfstate", "terraform.tfstate", tables, state(tables)));
    }

    /** Files as large as the largest that there are: mostly what isn't a table. */
    static List<Written> large() {
        return List.of(
                grown(
                        TEMPLATE_BYTES,
                        others -> json("CloudFormation, JSON, 1 MB", "template.json", 50, template(50, others))),
                grown(
                        TEMPLATE_BYTES,
                        others -> yaml("CloudFormation, YAML, 1 MB", "template.yaml", 50, template(50, others))),
                grown(
                        STATE_BYTES,
                        others -> json("Terraform, show -json, 20 MB", "state.json", 50, shown(50, others))));
    }

    /** With as many other resources as it takes. */
    private static Written grown(int bytes, IntFunction<Written> withOthers) {
        int empty = withOthers.apply(0).text.length();
        int each = (withOthers.apply(100).text.length() - empty) / 100;
        return withOthers.apply((bytes - empty) / each);
    }

    private static Object mapped(int tables) {
        var all = map();
        for (int table = 0; table < tables; table++) {
            all.put(Tables.name(table), Tables.api(table));
        }
        return all;
    }

    private static Map<String, Object> request(int table) {
        var request = map("TableName", Tables.name(table));
        request.putAll(Tables.api(table));
        return request;
    }

    private static Map<String, Object> template(int tables, int others) {
        var resources = map();
        for (int table = 0; table < tables; table++) {
            resources.put("Bookings" + table, map("Type", "AWS::DynamoDB::Table", "Properties", request(table)));
        }
        for (int other = 0; other < others; other++) {
            resources.put("Function" + other, map("Type", "AWS::Lambda::Function", "Properties", function(other)));
        }
        return map("AWSTemplateFormatVersion", "2010-09-09", "Resources", resources);
    }

    private static Map<String, Object> function(int number) {
        return map(
                "FunctionName",
                "function-" + number,
                "Runtime",
                "java17",
                "Handler",
                "com.acme.Handler" + number,
                "MemorySize",
                512,
                "Role",
                map("Fn::GetAtt", List.of("Role" + number, "Arn")),
                "Environment",
                map("Variables", map("TABLE", map("Ref", "Bookings1"), "STAGE", "prod")));
    }

    private static Object service(int tables) {
        return map(
                "service", "airline", "provider", map("name", "aws", "stage", "dev"), "resources", template(tables, 0));
    }

    private static Object model(int tables) {
        return map(
                "ModelName",
                "Airline",
                "ModelMetadata",
                map("AWSService", "Amazon DynamoDB", "Version", "3.0"),
                "DataModel",
                list(tables, Tables::modelled));
    }

    private static Object shown(int tables, int others) {
        return map("format_version", "1.0", "terraform_version", "1.9.8", "values", module(tables, others));
    }

    private static Object planned(int tables) {
        return map("format_version", "1.2", "terraform_version", "1.9.8", "planned_values", module(tables, 0));
    }

    private static Object module(int tables, int others) {
        var resources = list(tables, table -> resource("aws_dynamodb_table", table, Tables.resource(table)));
        resources.addAll(list(others, other -> resource("aws_lambda_function", other, function(other))));
        return map("root_module", map("resources", resources));
    }

    private static Object resource(String type, int number, Object values) {
        return map(
                "address",
                type + ".it" + number,
                "mode",
                "managed",
                "type",
                type,
                "name",
                "it" + number,
                "provider_name",
                "registry.terraform.io/hashicorp/aws",
                "schema_version",
                1,
                "values",
                values,
                "sensitive_values",
                map());
    }

    private static Object state(int tables) {
        return map(
                "version",
                4,
                "terraform_version",
                "1.9.8",
                "serial",
                12,
                "resources",
                list(
                        tables,
                        table -> map(
                                "mode",
                                "managed",
                                "type",
                                "aws_dynamodb_table",
                                "name",
                                "it" + table,
                                "provider",
                                "provider[\"registry.terraform.io/hashicorp/aws\"]",
                                "instances",
                                List.of(map("schema_version", 1, "attributes", Tables.resource(table))))));
    }

    private static Written json(String name, String file, int tables, Object tree) {
        try {
            var text = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree);
            return new Written(name, file, tables, text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists", e);
        }
    }

    private static Written yaml(String name, String file, int tables, Object tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Written(name, file, tables, new Yaml(options).dump(tree));
    }
}
