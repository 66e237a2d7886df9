/** DynamoDB Local over HTTP: the engine against bare clients. */
@NullMarked
package dev.ensuregsis.benchmarks.local;

import org.jspecify.annotations.NullMarked;
