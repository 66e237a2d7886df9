package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;
import java.util.Optional;

/** An intrinsic function: what its argument comes to. */
@FunctionalInterface
interface Intrinsic {

    /**
     * Applies the function.
     *
     * @param argument as written, not resolved yet
     * @return the value, which may be unresolved; null stands for {@code AWS::NoValue}
     */
    Node apply(Node argument, Resolver resolver);

    /** A call as it may be written: long ({@code Fn::Sub}) or short ({@code !Sub}), under its long name. */
    record Call(String function, Node argument) {
        /** Reads an object of one entry as a call; of other objects nothing is said. */
        static Optional<Call> of(Node node) {
            if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
                return Optional.empty();
            }
            var entry = mapping.entries().entrySet().iterator().next();
            var key = entry.getKey();
            if (key.startsWith("!")) {
                var name = key.substring(1);
                key = List.of("Ref", "Condition").contains(name) ? name : "Fn::" + name;
            }
            return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::")
                    ? Optional.of(new Call(key, entry.getValue()))
                    : Optional.empty();
        }
    }
}
