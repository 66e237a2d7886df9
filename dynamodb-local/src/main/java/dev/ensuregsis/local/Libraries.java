package dev.ensuregsis.local;

import java.util.Optional;

/** Says which library on the class path is not as DynamoDB Local needs it, and what to do: else it would be a bare 500. */
final class Libraries {
    private static final String OLDEST_ANTLR = "4.10";

    private Libraries() {}

    /** What something that is missing at run time, or doesn't start, means. */
    static String told(LinkageError missing) {
        var root = rootOf(missing);
        var names = (missing + " " + root).replace('/', '.');
        var advice = names.contains("ATN")
                ? "ANTLR"
                        + version("org.antlr.v4.runtime.RuntimeMetaData")
                                .map(version -> " " + version)
                                .orElse("")
                        + " is on the class path, and DynamoDB Local needs " + OLDEST_ANTLR
                        + " or later: set org.antlr:antlr4-runtime to 4.10.1 or later"
                : "a library on the class path is not the version that DynamoDB Local needs: mvn dependency:tree -Dverbose"
                        + " shows who chose it";
        return "DynamoDB Local can't run here, " + advice + "; or run it apart from this class path: in a container, or"
                + " one that runs already. (" + root + ")";
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** By reflection: a constant of the version that this was compiled with would be in our own class. */
    private static Optional<String> version(String className) {
        try {
            return Optional.of(
                    String.valueOf(Class.forName(className).getField("VERSION").get(null)));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
