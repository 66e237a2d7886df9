package dev.ensuregsis.maven.internal.console;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What lines to be pasted are written for. */
public enum Shell {
    /** bash, zsh and their like. */
    POSIX {
        @Override
        String set(Map<String, String> variables) {
            return "export " + assigned(variables, "", "", " ");
        }

        @Override
        String with(Map<String, String> variables, String command) {
            return assigned(variables, "", "", " ") + " " + command;
        }
    },
    /** That of Windows. It has no variables for one command alone: they stay in its session. */
    POWER_SHELL {
        @Override
        String set(Map<String, String> variables) {
            return assigned(variables, "$env:", "'", "; ");
        }

        @Override
        String with(Map<String, String> variables, String command) {
            return set(variables) + "; " + command;
        }
    };

    /**
     * The one that people have at hand.
     *
     * @param osName the name of the system, as {@code os.name} has it
     * @return its shell
     */
    public static Shell of(String osName) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows") ? POWER_SHELL : POSIX;
    }

    /** The line that sets variables for what is started after it; their values have neither blanks nor quotes. */
    abstract String set(Map<String, String> variables);

    /** The line that runs a command with them. */
    abstract String with(Map<String, String> variables, String command);

    private static String assigned(Map<String, String> variables, String before, String quote, String between) {
        return variables.entrySet().stream()
                .map(variable -> before + variable.getKey() + "=" + quote + variable.getValue() + quote)
                .collect(Collectors.joining(between));
    }
}
