/**
 * Definitions from the annotations of the DynamoDB Enhanced Client. The only package that needs
 * {@code software.amazon.awssdk:dynamodb-enhanced}, which is an optional dependency: whoever has such beans has it.
 */
@NullMarked
package dev.ensuregsis.engine.definition.bean;

import org.jspecify.annotations.NullMarked;
