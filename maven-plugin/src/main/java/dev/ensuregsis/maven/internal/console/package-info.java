/** What a person reads: events, plans, statuses and reports as lines of plain text. Decides nothing, prints nothing. */
@NullMarked
package dev.ensuregsis.maven.internal.console;

import org.jspecify.annotations.NullMarked;
