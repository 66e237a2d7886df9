/** The way from here to AWS: which proxy, and whose certificates are trusted. */
@NullMarked
package dev.ensuregsis.maven.internal.network;

import org.jspecify.annotations.NullMarked;
