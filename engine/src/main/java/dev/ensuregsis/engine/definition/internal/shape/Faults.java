package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers faults, so that a user sees all of them in one go. Not thread-safe. */
public final class Faults {
    private final Set<DefinitionFault> faults = new LinkedHashSet<>();

    /** Adds what is wrong with a node. */
    public void add(Node node, String message) {
        add(node.position().place(), message);
    }

    /** Adds what is wrong at a place. */
    public void add(Place place, String message) {
        faults.add(new DefinitionFault(place, message));
    }

    /** Adds a fault. */
    public void add(DefinitionFault fault) {
        faults.add(fault);
    }

    /** Makes a value; if its constructor or a reader refuses it, the reason becomes a fault and there is no value. */
    public <T> Optional<T> attempt(Place place, Supplier<T> value) {
        return attempt(() -> place, value);
    }

    /** As {@link #attempt(Place, Supplier)}, at a node. */
    public <T> Optional<T> attempt(Node node, Supplier<T> value) {
        return attempt(() -> node.position().place(), value);
    }

    private <T> Optional<T> attempt(Supplier<Place> place, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (DefinitionException e) {
            faults.addAll(e.faults());
        } catch (IllegalArgumentException e) {
            add(place.get(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** How many there are. */
    public int count() {
        return faults.size();
    }

    /** What was gathered, in order. */
    public List<DefinitionFault> all() {
        return new ArrayList<>(faults);
    }

    /** Throws what was gathered, if anything was. */
    public void raise() {
        if (!faults.isEmpty()) {
            throw new DefinitionException(all());
        }
    }
}
