package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.Projection;

/** Projections in the words of DynamoDB's API. */
public final class Projections {

    private Projections() {}

    /**
     * The type of a projection.
     *
     * @param projection the projection
     * @return {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
     */
    public static String type(Projection projection) {
        if (projection instanceof Projection.Include) {
            return "INCLUDE";
        }
        return projection instanceof Projection.KeysOnly ? "KEYS_ONLY" : "ALL";
    }

    /** The type, and the attributes that are named. */
    static String words(Projection projection) {
        return projection instanceof Projection.Include include
                ? type(include) + " [" + String.join(", ", include.nonKeyAttributes()) + "]"
                : type(projection);
    }
}
