/** How the plugin reaches DynamoDB: endpoint, region, credentials. */
@NullMarked
package dev.ensuregsis.maven.internal.aws;

import org.jspecify.annotations.NullMarked;
