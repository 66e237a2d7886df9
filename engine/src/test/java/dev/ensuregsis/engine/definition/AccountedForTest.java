package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of each format's samples every resource is accounted for: it is a table that was read, it is said not to be read, or it
 * is of a kind that this test knows to be no table. The walk knows no format's reader.
 */
class AccountedForTest {
    private static final Set<String> TABLES = Set.of(
            "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", "AWS::Serverless::SimpleTable", "aws_dynamodb_table");

    private static final String STACK = "AWS::CloudFormation::Stack";
    private static final String INDEX_APART = "aws_dynamodb_global_secondary_index";

    /** Kinds of resources in the samples that make no table. One that is missing here has to be looked at. */
    private static final Set<String> NO_TABLES = Set.of(
            "AWS::ApplicationAutoScaling::ScalableTarget",
            "AWS::CDK::Metadata",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Lambda::Function",
            "AWS::SQS::Queue",
            "AWS::Serverless::Function",
            "aws_appautoscaling_target",
            "aws_caller_identity");

    @ParameterizedTest
    @MethodSource("samples")
    void everyTableAndIndexIsReadOrSaid(Path sample) {
        var definitions = read(sample);
        var places = Stream.concat(
                        definitions.tables().stream().map(TableDefinition::place),
                        definitions.unread().stream().map(Unread::place))
                .map(Place::pointer)
                .toList();
        var unread = definitions.unread().toString();
        var names = new ArrayList<>(
                definitions.indexIds().stream().map(IndexId::indexName).toList());
        definitions.tables().stream()
                .flatMap(table -> Stream.ofNullable(table.creation()))
                .forEach(creation -> creation.localIndexes().forEach(index -> names.add(index.name())));

        walk(parse(sample), (pointer, thing) -> {
            if (isTable(thing)) {
                assertThat(places)
                        .as("the table at %s", pointer)
                        .anyMatch(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
            }
            if (text(thing, "Type").anyMatch(STACK::equals)) {
                assertThat(places.contains(pointer)
                                || definitions.tables().stream()
                                        .anyMatch(
                                                table -> !table.place().source().equals(sample.toString())))
                        .as("the stack at %s", pointer)
                        .isTrue();
            }
            text(thing, "IndexName")
                    .filter(name -> !pointer.contains("If/") && !name.contains("${"))
                    .forEach(name -> assertThat(names.contains(name) || unread.contains("\"" + name + "\""))
                            .as("the index %s at %s", name, pointer)
                            .isTrue());
            Stream.concat(text(thing, "Type"), text(thing, "type"))
                    .filter(type -> type.matches("AWS::(?!SSM::).*|aws_.*"))
                    .forEach(type -> assertThat(type)
                            .as("the resource at %s", pointer)
                            .matches(known -> TABLES.contains(known)
                                    || known.equals(INDEX_APART)
                                    || known.equals(STACK)
                                    || NO_TABLES.contains(known)));
        });
    }

    static List<Path> samples() {
        var root = Samples.folder("");
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hostile"))
                    .filter(file -> !file.toString().matches(".*(\\.expected\\.json|\\.properties)"))
                    .filter(file -> !Set.of(
                                    "cli-skeleton.json",
                                    "manifest.json",
                                    "tree.json",
                                    "DataStack.assets.json",
                                    "MonitoringStack.template.json",
                                    "indexes.json")
                            .contains(file.getFileName().toString()))
                    .filter(file -> !file.endsWith(Path.of("tables", "bookings.yml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definitions read(Path sample) {
        return DefinitionReader.builder()
                .parameters(Map.of("Stage", "prod", "env:WRITES", "7"))
                .tableNames(
                        Map.of("update-table-no-name.json", "users", "aws_dynamodb_table.orders[\"eu\"]", "orders-eu"))
                .region(sample.endsWith(Path.of("terraform-two-regions", "plan.json")) ? "us-east-1" : null)
                .build()
                .read(List.of(DefinitionSource.file(sample)));
    }

    private static Node parse(Path sample) {
        try (var stream = Files.newInputStream(sample)) {
            return Documents.read(SourceFile.read(sample.toString(), stream, sample), unread -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void walk(Node node, BiConsumer<String, Node.Mapping> visitor) {
        if (node instanceof Node.Mapping mapping) {
            visitor.accept(node.position().place().pointer(), mapping);
            mapping.entries().values().forEach(value -> walk(value, visitor));
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> walk(item, visitor));
        }
    }

    private static boolean isTable(Node.Mapping thing) {
        return isResource(thing) || isRequest(thing);
    }

    /** A resource itself, and not what a plan says beside it. */
    private static boolean isResource(Node.Mapping thing) {
        return Stream.concat(text(thing, "Type"), text(thing, "type")).anyMatch(TABLES::contains)
                && text(thing, "mode").noneMatch("data"::equals)
                && Stream.of("change", "expressions", "provider_config_key").noneMatch(thing::has);
    }

    private static boolean isRequest(Node.Mapping thing) {
        return thing.has("TableName")
                && (thing.has("KeySchema") || thing.has("KeyAttributes"))
                && !thing.position().place().pointer().endsWith("/Properties");
    }

    private static Stream<String> text(Node.Mapping thing, String key) {
        return thing.get(key).stream()
                .filter(node -> node instanceof Node.Scalar && !node.isNull())
                .map(node -> ((Node.Scalar) node).text());
    }
}
