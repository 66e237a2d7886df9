@NullMarked
package dev.ensuregsis.it.junit;

import org.jspecify.annotations.NullMarked;
