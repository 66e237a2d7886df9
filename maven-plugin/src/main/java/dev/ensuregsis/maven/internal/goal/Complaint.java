package dev.ensuregsis.maven.internal.goal;

import org.jspecify.annotations.Nullable;

/**
 * What a build fails with.
 *
 * @param text what is wrong, where, and what to do
 * @param cause what was thrown where nothing should be; null where the text says it all
 */
public record Complaint(String text, @Nullable Throwable cause) {}
