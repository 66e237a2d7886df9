package dev.ensuregsis.engine.definition;

/**
 * One thing wrong with a definition.
 *
 * @param place where it stands
 * @param message what is wrong and what to write instead
 */
public record DefinitionFault(Place place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
