package dev.ensuregsis.junit;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.junit.internal.Declaration;
import dev.ensuregsis.junit.internal.Declaration.BeanTable;
import dev.ensuregsis.junit.internal.Declaration.InlineIndex;
import dev.ensuregsis.junit.internal.Declaration.InlineTable;
import dev.ensuregsis.junit.internal.DeclaredOptions;
import dev.ensuregsis.local.Strict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configures an {@link EnsureGsisExtension}; each setting is the element of {@link EnsureGsis} of its name. Not thread-safe;
 * {@link #build()} copies.
 *
 * @since 0.1
 */
public final class EnsureGsisExtensionBuilder {
    private final List<String> locations = new ArrayList<>();
    private final List<Definitions> given = new ArrayList<>();
    private final List<BeanTable> beans = new ArrayList<>();
    private final List<InlineTable> tables = new ArrayList<>();
    private final List<InlineIndex> indexes = new ArrayList<>();
    private Server server = Server.AUTO;
    private @Nullable URI endpoint;
    private Isolation isolation = Isolation.INFERRED;
    private @Nullable Path stateDir;
    private @Nullable Strict strict;
    private @Nullable Duration indexLag;
    private boolean publishEndpoint;

    EnsureGsisExtensionBuilder() {}

    /**
     * Adds definitions files.
     *
     * @param locations as in {@link EnsureGsis#definitions()}
     * @return this
     */
    public EnsureGsisExtensionBuilder definitions(String... locations) {
        this.locations.addAll(List.of(locations));
        return this;
    }

    /**
     * Adds definitions made in code, for all that the other methods can't say.
     *
     * @param definitions tables and indexes
     * @return this
     */
    public EnsureGsisExtensionBuilder definitions(Definitions definitions) {
        given.add(definitions);
        return this;
    }

    /**
     * Adds a table that has its key and indexes from a class with DynamoDbEnhanced annotations.
     *
     * @param table the table's name
     * @param bean the class
     * @return this
     */
    public EnsureGsisExtensionBuilder bean(String table, Class<?> bean) {
        beans.add(new BeanTable(table, bean));
        return this;
    }

    /**
     * Adds a table without sort key.
     *
     * @param name its name
     * @param partitionKey as in {@link Table#partitionKey()}
     * @return this
     */
    public EnsureGsisExtensionBuilder table(String name, String partitionKey) {
        tables.add(new InlineTable(name, partitionKey, null));
        return this;
    }

    /**
     * Adds a table.
     *
     * @param name its name
     * @param partitionKey as in {@link Table#partitionKey()}
     * @param sortKey as in {@link Table#sortKey()}
     * @return this
     */
    public EnsureGsisExtensionBuilder table(String name, String partitionKey, String sortKey) {
        tables.add(new InlineTable(name, partitionKey, sortKey));
        return this;
    }

    /**
     * Adds an index without sort key.
     *
     * @param table its table's name
     * @param name its name
     * @param partitionKey as in {@link Gsi#partitionKey()}
     * @return this
     */
    public EnsureGsisExtensionBuilder gsi(String table, String name, String partitionKey) {
        return gsi(table, name, List.of(partitionKey), List.of());
    }

    /**
     * Adds an index.
     *
     * @param table its table's name
     * @param name its name
     * @param partitionKey as in {@link Gsi#partitionKey()}
     * @param sortKey as in {@link Gsi#sortKey()}
     * @return this
     */
    public EnsureGsisExtensionBuilder gsi(String table, String name, String partitionKey, String sortKey) {
        return gsi(table, name, List.of(partitionKey), List.of(sortKey));
    }

    private EnsureGsisExtensionBuilder gsi(String table, String name, List<String> partitionKey, List<String> sortKey) {
        indexes.add(new InlineIndex(table, name, partitionKey, sortKey, Gsi.Projection.INFERRED, List.of()));
        return this;
    }

    /**
     * Where DynamoDB Local runs.
     *
     * @param server the kind of server; default {@link Server#AUTO}
     * @return this
     */
    public EnsureGsisExtensionBuilder server(Server server) {
        this.server = server;
        return this;
    }

    /**
     * The server that runs already.
     *
     * @param endpoint as in {@link EnsureGsis#endpoint()}; default: none
     * @return this
     */
    public EnsureGsisExtensionBuilder endpoint(URI endpoint) {
        this.endpoint = endpoint;
        return this;
    }

    /**
     * Who shares a database.
     *
     * @param isolation the isolation; default {@link Isolation#INFERRED}
     * @return this
     */
    public EnsureGsisExtensionBuilder isolation(Isolation isolation) {
        this.isolation = isolation;
        return this;
    }

    /**
     * Where the state file is kept.
     *
     * @param stateDir as in {@link EnsureGsis#stateDir()}; default: nowhere
     * @return this
     */
    public EnsureGsisExtensionBuilder stateDir(Path stateDir) {
        this.stateDir = stateDir;
        return this;
    }

    /**
     * What the database refuses.
     *
     * @param strict as in {@link EnsureGsis#strict()}; default: what the build says
     * @return this
     */
    public EnsureGsisExtensionBuilder strict(Strict strict) {
        this.strict = strict;
        return this;
    }

    /**
     * How far global secondary indexes are behind their tables.
     *
     * @param indexLag as in {@link EnsureGsis#indexLag()}, zero or more; default: what the build says
     * @return this
     */
    public EnsureGsisExtensionBuilder indexLag(Duration indexLag) {
        this.indexLag = indexLag;
        return this;
    }

    /**
     * Whether the endpoint is published as in {@link EnsureGsis#publishEndpoint()}. JUnit's resource locks see annotations
     * only: with isolation CLASS or METHOD, and tests in parallel, add {@code @ResourceLock(Resources.SYSTEM_PROPERTIES)} to
     * the class.
     *
     * @param publishEndpoint whether to; default false
     * @return this
     */
    public EnsureGsisExtensionBuilder publishEndpoint(boolean publishEndpoint) {
        this.publishEndpoint = publishEndpoint;
        return this;
    }

    /**
     * Makes the extension.
     *
     * @return the extension, for a static field with {@code @RegisterExtension}
     */
    public EnsureGsisExtension build() {
        return new EnsureGsisExtension(new Declaration(
                "EnsureGsisExtension",
                locations,
                beans,
                tables,
                indexes,
                given,
                server,
                endpoint == null ? null : endpoint.toString(),
                isolation,
                stateDir == null ? null : stateDir.toString(),
                new DeclaredOptions(
                        strict == null ? List.of() : List.of(strict), indexLag == null ? null : indexLag.toString()),
                publishEndpoint));
    }
}
