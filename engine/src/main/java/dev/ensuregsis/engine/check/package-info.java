/** What a check of a table's items says: which of them an index holds, leaves out by design, or would leave out. */
@NullMarked
package dev.ensuregsis.engine.check;

import org.jspecify.annotations.NullMarked;
