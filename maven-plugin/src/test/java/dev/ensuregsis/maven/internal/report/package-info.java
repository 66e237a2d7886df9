@NullMarked
package dev.ensuregsis.maven.internal.report;

import org.jspecify.annotations.NullMarked;
