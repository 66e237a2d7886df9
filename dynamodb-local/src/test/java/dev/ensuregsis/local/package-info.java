@NullMarked
package dev.ensuregsis.local;

import org.jspecify.annotations.NullMarked;
