/** How the extension works; no API. */
@NullMarked
package dev.ensuregsis.junit.internal;

import org.jspecify.annotations.NullMarked;
