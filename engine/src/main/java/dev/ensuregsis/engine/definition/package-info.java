/**
 * What is wanted: tables and their global secondary indexes as immutable records, and the readers that make them from
 * the files that a project already has.
 */
@NullMarked
package dev.ensuregsis.engine.definition;

import org.jspecify.annotations.NullMarked;
