package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was read in a test run. The class path stays as it is while a run lasts, so what lies there is read once however
 * many classes name it; files may be written by a test, and are read each time. Thread-safe.
 */
final class ReadDefinitions {
    private final Map<Reading, Definitions> fromClasspath = new ConcurrentHashMap<>();

    private record Reading(List<DefinitionSource> sources, TemplateValues values) {
        Definitions read() {
            return values.reader().read(sources);
        }
    }

    /**
     * The definitions of these sources together.
     *
     * @throws DefinitionException if they can't be used; it holds every fault
     */
    Definitions of(List<DefinitionSource> sources, Configuration configuration) {
        var reading = new Reading(sources, configuration.templateValues());
        return configuration.readsFiles() ? reading.read() : fromClasspath.computeIfAbsent(reading, Reading::read);
    }
}
