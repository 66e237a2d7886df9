@NullMarked
package dev.ensuregsis.maven.internal.network;

import org.jspecify.annotations.NullMarked;
