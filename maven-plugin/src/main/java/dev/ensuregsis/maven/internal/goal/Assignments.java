package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.console.IndexLabels;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.option.DefinitionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.TableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Named;

/** Reads what is defined in the build, and what of it a goal is to work on. */
@Named
public final class Assignments {
    /** What to work on; empty, and said so, in a module of a build that defines nothing. */
    Optional<Assignment> find(TableOptions options, Invocation invocation) throws RefusedException, IOException {
        return find(options, invocation, List::of);
    }

    /** The same, where names may also be of indexes that are recorded only. */
    Optional<Assignment> find(TableOptions options, Invocation invocation, Supplier<List<IndexId>> recorded)
            throws RefusedException, IOException {
        var defined = options.definitions();
        var sources = sources(defined, invocation);
        if (sources.isEmpty()) {
            invocation.options().refuseFaults();
            passOver(invocation.build().workplace(), invocation.console());
            return Optional.empty();
        }
        var definitions = read(sources, defined, invocation.options());
        defined.names().refuseUnknown(definitions, recorded, invocation.options());
        invocation.options().refuseFaults();
        invocation
                .console()
                .print(definitions.unread().stream()
                        .map(missed -> Line.warning(missed.toString()))
                        .toList());
        if (recorded.get().stream().noneMatch(defined.names().selection()::selects)) {
            refuseNone(definitions, defined);
        }
        return Optional.of(new Assignment(
                definitions, defined.names().selection(), options.connection().account()));
    }

    /**
     * All that is defined, for a goal that must not take a defined index for an undefined one: whatever could define tables
     * has to be there and read.
     *
     * @throws RefusedException if it isn't
     */
    Definitions whole(TableOptions options, Invocation invocation) throws RefusedException, IOException {
        var defined = options.definitions();
        var sources = sources(defined, invocation);
        if (sources.isEmpty()) {
            invocation.options().refuseFaults();
            throw none(invocation.build().workplace());
        }
        var definitions = read(sources, defined, invocation.options());
        var missed = definitions.unread().stream().filter(Unread::mayBeMissed).toList();
        if (!missed.isEmpty()) {
            throw new RefusedException(Stream.concat(
                            Stream.of("Not all of the definitions could be read, so what is not defined isn't known:"),
                            missed.stream().map(Unread::toString))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return definitions;
    }

    private static List<DefinitionSource> sources(DefinitionOptions defined, Invocation invocation)
            throws RefusedException, IOException {
        var sources = new ArrayList<>(DefinitionFiles.sources(invocation.build().workplace(), defined.files()));
        if (!defined.beans().isEmpty()) {
            // It may resolve artifacts: not for options that are refused anyway.
            invocation.options().refuseFaults();
            sources.add(DefinitionSource.tables(invocation.services().beans().read(defined.beans())));
        }
        return sources;
    }

    /** What is wrong with options is told together with what is wrong with definitions. */
    private static Definitions read(List<DefinitionSource> sources, DefinitionOptions defined, OptionReader options)
            throws RefusedException {
        try {
            return defined.reader().read(sources);
        } catch (DefinitionException wrong) {
            options.refuseFaultsAnd(String.valueOf(wrong.getMessage()));
            throw wrong;
        }
    }

    private static void passOver(Workplace workplace, Console console) throws RefusedException {
        if (workplace.bound()) {
            console.print("No definitions in this module: nothing to do.");
            return;
        }
        throw none(workplace);
    }

    private static RefusedException none(Workplace workplace) {
        return new RefusedException("No definitions found: there is no "
                + String.join(", ", DefinitionSource.DEFAULT_FILE_NAMES) + " in "
                + workplace.modules().stream()
                        .flatMap(module -> Workplace.definitionFolders(module).stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(", "))
                + ". Write one, or name yours with -Dgsi.definitions=FILE.");
    }

    private static void refuseNone(Definitions definitions, DefinitionOptions options) throws RefusedException {
        if (options.names().selection().of(definitions).tables().isEmpty()) {
            throw new RefusedException(
                    "gsi.tables and gsi.indexes select none of what is defined: " + listed(definitions));
        }
    }

    private static String listed(Definitions definitions) {
        return Stream.concat(
                        definitions.indexIds().stream().map(IndexLabels.of(definitions.indexIds())::of),
                        definitions.tables().stream()
                                .filter(table -> table.indexes().isEmpty())
                                .map(TableDefinition::name))
                .collect(Collectors.joining(", "));
    }
}
