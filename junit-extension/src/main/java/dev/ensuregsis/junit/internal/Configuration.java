package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.DatabaseOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that holds for one class or method, found from what is declared and from the build's defaults.
 *
 * @param declarations what is declared, the outermost first
 * @param readsDefaults whether the build's definitions are read besides
 * @param defaultLocations where those are; empty for the usual names
 * @param templateValues what they and the declared ones are given
 * @param server which server
 * @param isolation who shares a database; never INFERRED
 * @param options what the database shows of AWS
 * @param stateDir where the state file is kept; null for none
 * @param publishEndpoint whether the endpoint is published
 */
record Configuration(
        List<Declaration> declarations,
        boolean readsDefaults,
        List<String> defaultLocations,
        TemplateValues templateValues,
        ServerChoice server,
        Isolation isolation,
        WantedOptions options,
        @Nullable Path stateDir,
        boolean publishEndpoint) {

    /**
     * Decides.
     *
     * <p>The build's definitions are read where the outermost level that says anything names none of its own: an annotated
     * method adds to what a plain {@code @EnsureGsis} on its class stands for.
     *
     * @param levels what is declared on each class and method, the outermost first; of two declarations that contradict each
     *     other the later wins
     * @param defaults the build's defaults
     * @param takesIndexLag whether an IndexLag is to be injected
     * @throws IllegalArgumentException if what results contradicts itself
     */
    static Configuration of(List<List<Declaration>> levels, BuildDefaults defaults, boolean takesIndexLag) {
        var declarations = levels.stream().flatMap(List::stream).toList();
        var readsDefaults = levels.stream()
                .filter(level -> !level.isEmpty())
                .findFirst()
                .map(level -> level.stream().noneMatch(Declaration::definesSomething))
                .orElse(true);
        var server = server(declarations, defaults);
        var options = WantedOptions.of(declarations, defaults.database(), takesIndexLag);
        var isolation = isolation(declarations, defaults, options);
        var stateDir = last(declarations, Declaration::stateDir, null).map(Path::of);
        if (stateDir.isPresent() && (server.kind() != Server.EXTERNAL || isolation != Isolation.SHARED)) {
            throw new IllegalArgumentException("stateDir is for server EXTERNAL and isolation SHARED, where something"
                    + " outlives the test run; here they are " + server.kind() + " and " + isolation
                    + ": leave stateDir out");
        }
        return new Configuration(
                declarations,
                readsDefaults,
                defaults.locations(),
                defaults.templateValues(),
                server,
                isolation,
                options,
                stateDir.orElse(null),
                declarations.stream().anyMatch(Declaration::publishEndpoint));
    }

    /** The same for a method that has a database of its own. */
    Configuration forMethod() {
        return new Configuration(
                declarations,
                readsDefaults,
                defaultLocations,
                templateValues,
                server,
                Isolation.METHOD,
                options,
                null,
                publishEndpoint);
    }

    /** Whether a definitions file is named by its path, not on the class path. */
    boolean readsFiles() {
        var locations = declarations.stream().flatMap(declaration -> declaration.locations().stream());
        return Stream.concat(locations, readsDefaults ? defaultLocations.stream() : Stream.of())
                .anyMatch(location -> !isOnClasspath(location));
    }

    /** Whether it says of itself that it is there. */
    static boolean isOnClasspath(String location) {
        return location.startsWith("classpath:");
    }

    private static Isolation isolation(List<Declaration> declarations, BuildDefaults defaults, WantedOptions options) {
        var declared = last(declarations, Declaration::isolation, Isolation.INFERRED);
        if (options.needOwnDatabase() && declared.equals(Optional.of(Isolation.SHARED))) {
            throw new IllegalArgumentException(options.whyNotShared());
        }
        var isolation =
                declared.orElse(defaults.isolation() == Isolation.INFERRED ? Isolation.SHARED : defaults.isolation());
        return isolation == Isolation.SHARED && options.needOwnDatabase() ? Isolation.CLASS : isolation;
    }

    /**
     * Refuses what was asked for, where the server turns out to be another. What the build says is for its embedded server,
     * and no matter where a declaration names another.
     *
     * @throws IllegalArgumentException if something was
     */
    void refuseWhatOnlyAnEmbeddedServerShows(Server kind) {
        var declaresServer = declarations.stream()
                .anyMatch(declaration -> declaration.server() != Server.AUTO || declaration.endpoint() != null);
        var askedFor = new ArrayList<>(options.askedFor());
        if (!declaresServer && options.ofTheBuild().strict() != DatabaseOptions.DEFAULT.strict()) {
            askedFor.add("gsi.strict");
        }
        if (!declaresServer && options.ofTheBuild().indexLag() != null) {
            askedFor.add("gsi.indexLag");
        }
        if (!askedFor.isEmpty()) {
            throw new IllegalArgumentException(
                    "only server EMBEDDED can be strict, or have its indexes lag; here it is " + kind + ": leave out "
                            + String.join(", ", askedFor));
        }
    }

    private static ServerChoice server(List<Declaration> declarations, BuildDefaults defaults) {
        var declaredKind = last(declarations, Declaration::server, Server.AUTO);
        var declaredEndpoint = last(declarations, Declaration::endpoint, null);
        // A kind on the annotation isn't overruled by an endpoint of the build; a contradiction in one place is
        // refused.
        var endpoint = declaredEndpoint.or(() -> declaredKind
                .filter(kind -> kind != Server.EXTERNAL)
                .map(kind -> Optional.<String>empty())
                .orElse(Optional.ofNullable(defaults.endpoint())));
        var unstated = declaredEndpoint.isPresent() ? Server.EXTERNAL : defaults.server();
        var kind = declaredKind.orElse(unstated);
        if (kind == Server.AUTO && endpoint.isPresent()) {
            kind = Server.EXTERNAL;
        }
        if (kind == Server.EXTERNAL && endpoint.isEmpty()) {
            throw new IllegalArgumentException(
                    "server EXTERNAL needs an endpoint: set endpoint on the annotation, or the"
                            + " JUnit configuration parameter gsi.endpoint, to a URL like http://localhost:8000");
        }
        if (kind != Server.EXTERNAL && endpoint.isPresent()) {
            throw new IllegalArgumentException("server " + kind + " takes no endpoint, and " + endpoint.get()
                    + " is given: leave one of the two out");
        }
        return new ServerChoice(
                kind,
                endpoint.map(Configuration::uri).orElse(null),
                defaults.accessKeyId(),
                defaults.region(),
                defaults.allowedHosts(),
                defaults.containerImage(),
                defaults.database(),
                defaults.containerRequired());
    }

    private static URI uri(String endpoint) {
        try {
            var uri = URI.create(endpoint);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below, with what to write.
        }
        throw new IllegalArgumentException(
                "the endpoint \"" + endpoint + "\" is no URL with a host: write one like http://localhost:8000");
    }

    /** The last that isn't what stands for nothing said. */
    private static <T> Optional<T> last(
            List<Declaration> declarations, Function<Declaration, @Nullable T> element, @Nullable T unstated) {
        return declarations.stream()
                .map(element)
                .filter(value -> !Objects.equals(value, unstated))
                .reduce((earlier, later) -> later);
    }
}
