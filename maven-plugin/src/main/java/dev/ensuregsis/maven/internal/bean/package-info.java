/** The beans of the project that is built: where their classes are, and the class path that they are read with. */
@NullMarked
package dev.ensuregsis.maven.internal.bean;

import org.jspecify.annotations.NullMarked;
