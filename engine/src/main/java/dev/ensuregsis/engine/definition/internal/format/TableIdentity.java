package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.environment.Environment;

/**
 * Which table a definition is of.
 *
 * @param name its real name, prefix and suffix included
 * @param address what its file calls it
 * @param environment where it is deployed
 * @param isRecorded whether the environment is only where it was looked at
 */
public record TableIdentity(String name, String address, Environment environment, boolean isRecorded) {

    /** A table that is deployed there. */
    static TableIdentity of(String name, String address, Environment environment) {
        return new TableIdentity(name, address, environment, false);
    }
}
