/** Terraform's JSON: the resources of a plan or a state, and their tables in the shape of the DynamoDB API. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.terraform;

import org.jspecify.annotations.NullMarked;
