package dev.ensuregsis.engine.definition.internal.environment;

import dev.ensuregsis.engine.definition.DefinitionOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment that a run is about, as far as the user says.
 *
 * @param stacks names or globs of stacks, stages and workspaces; empty for all
 * @param account null for any
 * @param region null for any
 */
public record AskedEnvironment(
        List<String> stacks,
        @Nullable String account,
        @Nullable String region) {

    /** Any. */
    public static final AskedEnvironment ANY = new AskedEnvironment(List.of(), null, null);

    /** Copies the list. */
    public AskedEnvironment {
        stacks = List.copyOf(stacks);
    }

    /** Whether a table of that environment is asked for: nothing that is known of it says otherwise. */
    public boolean admits(Environment environment) {
        return isOrUnknown(account, environment.account())
                && isOrUnknown(region, environment.region())
                && (environment.names().isEmpty() || admitsStack(environment.names()));
    }

    boolean admitsStack(List<String> names) {
        return stacks.isEmpty()
                || stacks.stream()
                        .map(AskedEnvironment::glob)
                        .anyMatch(glob -> names.stream()
                                .anyMatch(name -> glob.matcher(name).matches()));
    }

    private static boolean isOrUnknown(@Nullable String asked, @Nullable String known) {
        return asked == null || known == null || asked.equals(known);
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }

    /** As the user wrote it, for a message; the options are called by the user's names. */
    String words(Function<DefinitionOption, String> optionNames) {
        var parts = new ArrayList<String>();
        if (!stacks.isEmpty()) {
            parts.add(optionNames.apply(DefinitionOption.STACK) + " is " + String.join(",", stacks));
        }
        if (account != null) {
            parts.add(optionNames.apply(DefinitionOption.ACCOUNT) + " is " + account);
        }
        if (region != null) {
            parts.add(optionNames.apply(DefinitionOption.REGION) + " is " + region);
        }
        return String.join(" and ", parts);
    }
}
