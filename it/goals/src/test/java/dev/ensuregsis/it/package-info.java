/** The goals as users run them: real Mavens, the staged plugin, a DynamoDB Local that the test started. */
@NullMarked
package dev.ensuregsis.it;

import org.jspecify.annotations.NullMarked;
