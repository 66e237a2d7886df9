@NullMarked
package dev.ensuregsis.maven.internal.aws;

import org.jspecify.annotations.NullMarked;
