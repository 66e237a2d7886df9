package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import org.jspecify.annotations.Nullable;

/** What {@code Fn::Transform} puts into a template: fragments, and what macros make. */
@FunctionalInterface
public interface Fragments {

    /**
     * The fragment.
     *
     * @param name the transform, {@code AWS::Include} or a macro
     * @param location where an included fragment lies, resolved; null if nothing says
     * @param at where it stands
     * @return the fragment; unresolved if it can't be read, which is said where that is noticed
     */
    Node fragment(String name, @Nullable Node location, Node at);
}
