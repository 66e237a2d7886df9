package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.Unread;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources that may be or make tables, and aren't read. */
public final class OtherResources {
    private static final String STACK = "its template isn't part of the plan or state: name that template too";
    private static final String OTHER_PROVIDER = "only the tables of the aws provider are read";

    private static final Map<String, String> UNREAD = Map.of(
            "aws_cloudformation_stack", STACK,
            "aws_cloudformation_stack_set", STACK,
            "aws_cloudformation_stack_instances", STACK,
            "awscc_cloudformation_stack", STACK,
            "aws_serverlessapplicationrepository_cloudformation_stack", STACK,
            "aws_servicecatalog_provisioned_product", STACK,
            "awscc_dynamodb_table", OTHER_PROVIDER,
            "awscc_dynamodb_global_table", OTHER_PROVIDER,
            "aws_dynamodb_global_table", "it is a global table of 2017, which joins tables that are defined elsewhere");

    private static final String ANY_OF_CLOUD_CONTROL = "aws_cloudcontrolapi_resource";

    /** What is about tables and isn't one. */
    private static final Set<String> NO_TABLES = Set.of(
            "aws_dynamodb_table_item",
            "aws_dynamodb_table_export",
            "aws_dynamodb_tag",
            "aws_dynamodb_table_replica",
            "aws_dynamodb_contributor_insights",
            "aws_dynamodb_kinesis_streaming_destination",
            "aws_dynamodb_resource_policy");

    private OtherResources() {}

    /** Why tables of a resource may be missed; empty if it is read or makes none. */
    public static Optional<Unread> unread(TerraformResource resource) {
        return because(resource)
                .map(because -> new Unread(
                        Unread.Cause.OUT_OF_REACH,
                        resource.address(),
                        resource.values().position().place(),
                        because));
    }

    private static Optional<String> because(TerraformResource resource) {
        var type = resource.type();
        if (type.equals(ANY_OF_CLOUD_CONTROL)) {
            return TerraformResources.text(resource.values(), "type_name").startsWith("AWS::DynamoDB::")
                    ? Optional.of(OTHER_PROVIDER)
                    : Optional.empty();
        }
        var known = Optional.ofNullable(UNREAD.get(type));
        boolean isRead = type.equals(TerraformTable.TYPE) || type.equals(TerraformIndex.TYPE);
        return known.isPresent() || isRead || NO_TABLES.contains(type) || !type.startsWith("aws_dynamodb_")
                ? known
                : Optional.of("this version doesn't know that type");
    }
}
