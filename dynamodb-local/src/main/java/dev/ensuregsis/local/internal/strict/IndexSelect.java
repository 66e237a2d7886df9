package dev.ensuregsis.local.internal.strict;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PartiQL SELECT on an index, as far as it matters here. It isn't parsed whole: what can't be told is left out, so that
 * nothing is refused because of it.
 *
 * @param table the table's name
 * @param index the index's name
 * @param compared the attributes that WHERE compares with a value for equality, in order
 * @param filtered the attributes that WHERE names, in order
 */
record IndexSelect(String table, String index, Set<String> compared, Set<String> filtered) {
    private static final Pattern SELECT = Pattern.compile(
            "^\\s*SELECT\\b.*?\\bFROM\\s+(?:\"([^\"]+)\"|([\\w-]+))\\.(?:\"([^\"]+)\"|([\\w-]+))"
                    + "(?:\\s+WHERE\\b(.*?))?(?:\\s+ORDER\\s+BY\\b.*)?;?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Text, a name with what follows, or a parameter. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|(?:\"([^\"]+)\"|([A-Za-z_]\\w*))((?:\\s*\\.\\s*(?:\"[^\"]+\"|\\w+)|\\s*\\[[^\\]]*\\])*)"
                    + "(\\s*\\()?(\\s*=)?");

    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "in", "between", "is", "null", "missing", "true", "false", "like", "value", "exists");

    IndexSelect {
        compared = Set.copyOf(compared);
    }

    /** Reads a statement; empty if it is none on an index. */
    static Optional<IndexSelect> in(@Nullable String statement) {
        var select = SELECT.matcher(statement == null ? "" : statement);
        if (!select.matches()) {
            return Optional.empty();
        }
        var compared = new LinkedHashSet<String>();
        var filtered = new LinkedHashSet<String>();
        var where = select.group(5) == null ? "" : select.group(5);
        TOKEN.matcher(where).results().forEach(token -> {
            var quoted = token.group(1);
            var bare = token.group(2);
            var isWord = quoted == null && (bare == null || WORDS.contains(bare.toLowerCase(Locale.ROOT)));
            if (isWord || token.group(4) != null) {
                return;
            }
            var name = quoted == null ? bare : quoted;
            filtered.add(name);
            if (token.group(5) != null && token.group(3).isEmpty()) {
                compared.add(name);
            }
        });
        return Optional.of(new IndexSelect(
                either(select.group(1), select.group(2)),
                either(select.group(3), select.group(4)),
                compared,
                filtered));
    }

    private static String either(@Nullable String quoted, @Nullable String bare) {
        return Stream.of(Optional.ofNullable(quoted), Optional.ofNullable(bare))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
