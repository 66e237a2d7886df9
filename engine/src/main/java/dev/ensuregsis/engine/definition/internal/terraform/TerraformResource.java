package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Environment;

/**
 * One managed resource.
 *
 * @param address where it stands in the configuration, as {@code module.data.aws_dynamodb_table.bookings["a"]}
 * @param type its type
 * @param values its attributes; what is known only after apply is unresolved
 * @param environment where it is
 */
public record TerraformResource(String address, String type, Node.Mapping values, Environment environment) {}
