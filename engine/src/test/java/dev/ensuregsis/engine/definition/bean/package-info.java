@NullMarked
package dev.ensuregsis.engine.definition.bean;

import org.jspecify.annotations.NullMarked;
