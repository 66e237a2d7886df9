package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resources that aren't tables and may make some, in ways that only a deployment tells. */
final class OtherResources {
    static final String CDK_REPLICA = "Custom::DynamoDBReplica";

    private static final String CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";
    private static final Set<String> MADE_ELSEWHERE =
            Set.of("AWS::CloudFormation::StackSet", "AWS::ServiceCatalog::CloudFormationProvisionedProduct");

    /** What only the description of a table has, in the API's spelling and in JavaScript's. */
    private static final Set<String> MARKS_OF_A_TABLE =
            Set.of("keyschema", "attributedefinitions", "globalsecondaryindexes", "globalsecondaryindexupdates");

    private OtherResources() {}

    /** Why tables of a resource may be missed; empty if it makes none. */
    static Optional<StackResource.NotRead> unread(String logicalId, String type, Node.Mapping resource) {
        if (MADE_ELSEWHERE.contains(type)) {
            return notRead(logicalId, type, resource, "its template isn't part of this one: name that template too");
        }
        if (type.endsWith("::MODULE")) {
            return notRead(logicalId, type, resource, "what a module holds is known only to CloudFormation's registry");
        }
        if (type.startsWith("AWS::DynamoDB::")) {
            return notRead(logicalId, type, resource, "this version doesn't know that type");
        }
        boolean custom = type.startsWith("Custom::") || type.equals(CUSTOM_RESOURCE);
        return custom
                        && !type.equals(CDK_REPLICA)
                        && (type.toLowerCase(Locale.ROOT).contains("dynamodb") || describesTable(resource))
                ? notRead(
                        logicalId,
                        type,
                        resource,
                        "what a custom resource makes is decided by its code: define the table in a file of its own")
                : Optional.empty();
    }

    private static Optional<StackResource.NotRead> notRead(
            String logicalId, String type, Node.Mapping resource, String because) {
        return Optional.of(new StackResource.NotRead(
                logicalId, Unread.Cause.OUT_OF_REACH, type + " \"" + logicalId + "\"", resource, because));
    }

    private static boolean describesTable(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .anyMatch(entry -> MARKS_OF_A_TABLE.contains(entry.getKey().toLowerCase(Locale.ROOT))
                            || describesTable(entry.getValue()));
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().anyMatch(OtherResources::describesTable);
        }
        return node instanceof Node.Scalar scalar
                && (scalar.text().equals("createTable") || scalar.text().contains("\"createTable\""));
    }
}
