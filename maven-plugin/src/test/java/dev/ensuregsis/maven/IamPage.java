package dev.ensuregsis.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The actions of DynamoDB that docs/iam.md allows. */
final class IamPage {
    private static final Pattern ACTION = Pattern.compile("dynamodb:([A-Z]\\w+)");

    private IamPage() {}

    /** Those in the rows of these goals. */
    static Set<String> actions(String... goals) throws IOException {
        var lines = Files.readAllLines(Path.of("../docs/iam.md"));
        var actions = new TreeSet<String>();
        for (var row : goals) {
            lines.stream()
                    .filter(line -> line.startsWith("| " + row + " |"))
                    .findFirst()
                    .map(line -> line.substring(row.length() + 2))
                    .orElseThrow()
                    .transform(allowed -> ACTION.matcher(allowed).results())
                    .map((MatchResult action) -> action.group(1))
                    .forEach(actions::add);
        }
        return actions;
    }
}
