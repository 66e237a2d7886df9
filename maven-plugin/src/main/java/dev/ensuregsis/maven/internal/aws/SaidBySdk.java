package dev.ensuregsis.maven.internal.aws;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the SDK, or a program that it ran, said: whole, without secrets, request ids and its print of all profiles. */
final class SaidBySdk {
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)(\"?(?:SecretAccessKey|SessionToken|SecurityToken|secret_access_key|session_token|access_?token"
                    + "|refresh_?token|client_?secret|password)\"?\\s*[:=]\\s*\"?)[^\"\\s,}]+");

    /** The form of a secret access key, or of part of a token. */
    private static final Pattern BARE_SECRET = Pattern.compile(
            "(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+=]*[0-9])(?=[A-Za-z0-9/+=]*[A-Z])(?=[A-Za-z0-9/+=]*[a-z])[A-Za-z0-9/+=]{40,}");

    private SaidBySdk() {}

    /** The messages of an exception and of what caused it, each once, without a full stop. */
    static String whole(Throwable thrown) {
        var said = new LinkedHashSet<String>();
        Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> clean(String.valueOf(cause.getMessage())))
                .filter(words -> !words.isEmpty() && !words.equals("null"))
                // What wraps another often repeats it, with the type before it.
                .filter(words -> said.stream().noneMatch(before -> before.contains(words)))
                .forEach(said::add);
        return said.isEmpty() ? "the AWS SDK doesn't say why" : said.stream().collect(Collectors.joining(": "));
    }

    private static String clean(String message) {
        var words = message.replaceAll("\\s*\\(Service: [^)]*\\)", "")
                .replaceAll("\\s*\\(SDK Attempt Count: \\d+\\)", "")
                .replaceAll(":?\\s*ProfileFile\\((?:[^()]|\\([^()]*\\))*\\)", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.$", "");
        return BARE_SECRET
                .matcher(NAMED_SECRET.matcher(words).replaceAll("$1…"))
                .replaceAll("…");
    }
}
