/** The file of misfits that a check leaves, and the places beside it from which a killed check goes on. */
@NullMarked
package dev.ensuregsis.maven.internal.misfit;

import org.jspecify.annotations.NullMarked;
