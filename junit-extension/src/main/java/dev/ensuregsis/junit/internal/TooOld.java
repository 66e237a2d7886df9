package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import software.amazon.awssdk.core.util.VersionInfo;

/**
 * Says which version to set, where a library that the project's own dependency management chose is older than what works:
 * else the user would see a NoSuchMethodError.
 */
final class TooOld {
    private static final String OLDEST_JUNIT = "5.13.4";
    private static final String OLDEST_AWS_SDK = "2.29.20";

    /** The oldest that our build tests, by their packages. */
    private static final Map<String, String> OLDEST_PARSERS = Map.of(
            "com.fasterxml.jackson", "com.fasterxml.jackson:jackson-bom to 2.15.4",
            "org.yaml.snakeyaml", "org.yaml:snakeyaml to 1.33");

    /** Came with 5.13, as did stores that close what is AutoCloseable. */
    private static final String SINCE_5_13 = "org.junit.jupiter.api.extension.ExtensionContext$StoreScope";

    /** What our clients are made with. They are made for the first who asks, and by then it would fail each test. */
    private static final String SINCE_SDK_2_26 = "software.amazon.awssdk.retries.api.RetryStrategy";

    private TooOld() {}

    /** Whether JUnit or the AWS SDK is too old, told by classes that they have to have. */
    static void check() {
        junit(SINCE_5_13).ifPresent(message -> {
            throw new EnsureGsisException(message, null);
        });
        awsSdk(SINCE_SDK_2_26).ifPresent(missing -> {
            throw explain(missing);
        });
    }

    static Optional<LinkageError> awsSdk(String neededClass) {
        try {
            Class.forName(neededClass, false, TooOld.class.getClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of(new NoClassDefFoundError(neededClass));
        }
    }

    static Optional<String> junit(String neededClass) {
        try {
            Class.forName(neededClass, false, TooOld.class.getClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            var version = BeforeAllCallback.class.getPackage().getImplementationVersion();
            return Optional.of("JUnit Jupiter" + (version == null ? "" : " " + version)
                    + " is too old for @EnsureGsis. With Spring Boot's parent, set the property <junit-jupiter.version> to "
                    + OLDEST_JUNIT
                    + " or later; else set org.junit.jupiter:junit-jupiter (or org.junit:junit-bom) to that.");
        }
    }

    /** What something missing at run time means. */
    static EnsureGsisException explain(LinkageError missing) {
        var what = missing.getClass().getSimpleName() + ": " + missing.getMessage();
        var names = what.replace('/', '.');
        if (missing instanceof NoClassDefFoundError && names.contains("software.amazon.awssdk.enhanced")) {
            return new EnsureGsisException(
                    "Beans are read with the Enhanced Client, which is not on the class path: add the dependency"
                            + " software.amazon.awssdk:dynamodb-enhanced.",
                    null);
        }
        if (names.contains("software.amazon.awssdk")) {
            return new EnsureGsisException(
                    "The AWS SDK for Java on the class path, " + sdkVersion()
                            + ", does not have what @EnsureGsis needs (" + what
                            + "). Set software.amazon.awssdk:bom to " + OLDEST_AWS_SDK
                            + " or later; if it is, mvn dependency:tree shows which parts of the SDK are not.",
                    missing);
        }
        var parser = OLDEST_PARSERS.keySet().stream().filter(names::contains).findFirst();
        return new EnsureGsisException(
                "A library on the class path is not the version that @EnsureGsis needs (" + what + "). "
                        + parser.map(name -> "Set " + OLDEST_PARSERS.get(name) + " or later.")
                                .orElse("mvn dependency:tree -Dverbose shows who chose it."),
                missing);
    }

    /** By reflection: a constant of the version that this was compiled with would be in our own class. */
    private static String sdkVersion() {
        try {
            return String.valueOf(VersionInfo.class.getField("SDK_VERSION").get(null));
        } catch (ReflectiveOperationException e) {
            return "of unknown version";
        }
    }
}
