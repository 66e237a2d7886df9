/** CloudFormation templates as far as tables need them: intrinsic functions resolved, tables brought into the API's shape. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.cloudformation;

import org.jspecify.annotations.NullMarked;
