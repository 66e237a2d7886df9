/** serverless.yml: its variables and includes, resolved as far as the files and the user's values allow. */
@NullMarked
package dev.ensuregsis.engine.definition.internal.serverless;

import org.jspecify.annotations.NullMarked;
