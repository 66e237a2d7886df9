/** Reading the values that a user gave to properties, and refusing bad ones by name. */
@NullMarked
package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.NullMarked;
