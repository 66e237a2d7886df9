@NullMarked
package dev.ensuregsis.maven;

import org.jspecify.annotations.NullMarked;
