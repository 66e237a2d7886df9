package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;
import java.util.Map;

/** A resource of a template that is a table, or that may hold or make some. */
public sealed interface StackResource permits TableResource, StackResource.Nested, StackResource.NotRead {

    /** Its name in the template. */
    String logicalId();

    /**
     * A stack or an application with a template of its own.
     *
     * @param locations where its template may be found, the most telling first; they are resolved
     * @param parameters what is passed to it; what can't be resolved is left out
     * @param at where it stands
     */
    record Nested(String logicalId, List<Node> locations, Map<String, String> parameters, Node at)
            implements StackResource {}

    /**
     * What isn't read.
     *
     * @param what what it is, in words
     * @param at where it stands
     * @param because why, in words
     */
    record NotRead(String logicalId, Unread.Cause cause, String what, Node at, String because)
            implements StackResource {}
}
