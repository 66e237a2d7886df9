package dev.ensuregsis.engine.definition.internal.environment;

import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of the tables that were read a run is about: those of the environment that is asked for. Of two tables of one
 * name whose environments differ none is taken, for which one is meant can't be told. Pure.
 *
 * @param chosen the tables, or parts of them, in order; several of one name are one table
 * @param elsewhere one for each environment that is known to be another
 * @param faults what can't be told
 */
public record EnvironmentChoice(List<TableDefinition> chosen, List<Unread> elsewhere, List<DefinitionFault> faults) {
    private static final int LISTED = 5;

    /**
     * Chooses.
     *
     * @param optionNames what the user calls the options that say which is meant
     */
    public static EnvironmentChoice of(
            List<Candidate> read, AskedEnvironment asked, Function<DefinitionOption, String> optionNames) {
        var byName = new LinkedHashMap<String, List<Candidate>>();
        var elsewhere = new ArrayList<Candidate>();
        for (var candidate : read) {
            if (candidate.isRecorded() || asked.admits(candidate.environment())) {
                byName.computeIfAbsent(candidate.table().name(), name -> new ArrayList<>())
                        .add(candidate);
            } else {
                elsewhere.add(candidate);
            }
        }
        var chosen = new ArrayList<TableDefinition>();
        var faults = new ArrayList<DefinitionFault>();
        for (var ofOneName : byName.values()) {
            if (ofOneName.size() == 1) {
                chosen.add(ofOneName.get(0).table());
                continue;
            }
            var one = recordedHere(ofOneName, asked);
            ofOneName.stream().filter(candidate -> !one.contains(candidate)).forEach(elsewhere::add);
            two(one, optionNames)
                    .ifPresentOrElse(faults::add, () -> one.forEach(candidate -> chosen.add(candidate.table())));
        }
        var words = asked.words(optionNames);
        if (!elsewhere.isEmpty() && (byName.isEmpty() || isMisspelt(read, asked))) {
            faults.add(nothing(elsewhere, words));
        }
        return new EnvironmentChoice(chosen, leftOut(elsewhere, words), faults);
    }

    /** Whether stacks are asked for of which there is none, though others are there. */
    private static boolean isMisspelt(List<Candidate> read, AskedEnvironment asked) {
        return read.stream()
                        .map(candidate -> candidate.environment().names())
                        .filter(names -> !names.isEmpty())
                        .noneMatch(asked::admitsStack)
                && !asked.stacks().isEmpty();
    }

    /** Of several, those that were recorded elsewhere are out as soon as one was recorded or defined here. */
    private static List<Candidate> recordedHere(List<Candidate> ofOneName, AskedEnvironment asked) {
        var here = ofOneName.stream()
                .filter(candidate -> asked.admits(candidate.environment()))
                .toList();
        return here.isEmpty() ? ofOneName : here;
    }

    private static Optional<DefinitionFault> two(
            List<Candidate> ofOneName, Function<DefinitionOption, String> optionNames) {
        Candidate first = ofOneName.get(0);
        @Nullable Candidate complete = null;
        var known = first.environment();
        for (var other : ofOneName) {
            var difference = known.differenceFrom(other.environment());
            if (difference.isPresent()) {
                var told = ofOneName.stream()
                        .filter(candidate -> candidate
                                .environment()
                                .differenceFrom(other.environment())
                                .equals(difference))
                        .findFirst()
                        .orElse(first);
                return Optional.of(ambiguous(told, other, difference.get(), optionNames));
            }
            known = known.or(other.environment());
            if (complete == null) {
                complete = other.isComplete() ? other : null;
            } else if (complete.isAnotherThan(other)) {
                return Optional.of(unlike(complete, other));
            }
        }
        return Optional.empty();
    }

    private static DefinitionFault ambiguous(
            Candidate one,
            Candidate other,
            Environment.Difference difference,
            Function<DefinitionOption, String> optionNames) {
        var option = optionNames.apply(difference.option());
        return new DefinitionFault(
                other.table().place(),
                "\"" + other.table().name() + "\" is two tables, in two environments: " + one.description() + ", "
                        + other.description() + "; say which is meant with " + option + "="
                        + difference.here() + " or " + option + "=" + difference.there());
    }

    private static DefinitionFault unlike(Candidate one, Candidate other) {
        return new DefinitionFault(
                other.table().place(),
                "\"" + other.table().name() + "\" has other indexes here than as " + one.address() + " ("
                        + one.table().place()
                        + "): if they are two tables in two environments, name the file of the one"
                        + " that is meant");
    }

    private static DefinitionFault nothing(List<Candidate> elsewhere, String asked) {
        var environments = new LinkedHashSet<String>();
        elsewhere.forEach(candidate -> environments.add(candidate.environment().toString()));
        return new DefinitionFault(
                Place.of(elsewhere.get(0).table().place().source()),
                asked + ", and no table that was read is of that environment; there are tables of: "
                        + environments.stream().limit(LISTED).collect(Collectors.joining("; "))
                        + (environments.size() > LISTED ? "; ..." : ""));
    }

    private static List<Unread> leftOut(List<Candidate> elsewhere, String asked) {
        var byEnvironment = new LinkedHashMap<Environment, List<Candidate>>();
        for (var candidate : elsewhere) {
            byEnvironment
                    .computeIfAbsent(candidate.environment(), environment -> new ArrayList<>())
                    .add(candidate);
        }
        return byEnvironment.entrySet().stream()
                .map(entry -> leftOut(entry, asked))
                .toList();
    }

    private static Unread leftOut(Map.Entry<Environment, List<Candidate>> entry, String asked) {
        var addresses =
                entry.getValue().stream().map(Candidate::address).distinct().toList();
        return new Unread(
                Unread.Cause.ANOTHER_ENVIRONMENT,
                addresses.stream().limit(LISTED).collect(Collectors.joining(", "))
                        + (addresses.size() > LISTED ? " and " + (addresses.size() - LISTED) + " more" : ""),
                entry.getValue().get(0).table().place(),
                "it is of " + entry.getKey() + ", and " + asked);
    }
}
