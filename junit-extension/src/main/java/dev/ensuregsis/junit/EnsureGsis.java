package dev.ensuregsis.junit;

import dev.ensuregsis.junit.internal.PublishedEndpointLocks;
import dev.ensuregsis.local.Strict;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Ensures that tables and their global secondary indexes exist and are ACTIVE before the first test, on DynamoDB Local.
 *
 * <p><b>What it does.</b> Without elements it reads {@code gsis.json}, {@code gsis.yaml} or {@code gsis.yml} from the root
 * of the class path, starts one DynamoDB Local for the test run, creates the tables with their indexes, and hands clients
 * of that database to constructors, lifecycle methods, test methods and fields: {@code DynamoDbClient}, {@code
 * DynamoDbAsyncClient}, {@code DynamoDbEnhancedClient} and {@code DynamoDbEnhancedAsyncClient} (with dynamodb-enhanced on
 * the class path), {@link dev.ensuregsis.local.DynamoDbEndpoint DynamoDbEndpoint}, and {@link
 * dev.ensuregsis.local.IndexLag IndexLag}. Parameters are filled if they have
 * no annotation; fields, static ones too, if they are null, not final and have no annotation. The clients are closed with
 * their database, not by the test. Credentials are always made up, and no request leaves this machine.
 *
 * <p><b>Where it may stand.</b> On a test class, where subclasses inherit it and {@code @Nested} classes see the same
 * database; on a test method, which then gets a database of its own with the class's definitions and its own; on another
 * annotation; several times on one element.
 *
 * <p><b>What overrides what.</b> Definitions add up: the superclass's, the enclosing class's, the class's, the method's. Of
 * the other elements the nearest that says something wins, then the JUnit configuration parameter ({@code gsi.server},
 * {@code gsi.endpoint}, {@code gsi.definitions}, {@code gsi.isolation}, {@code gsi.strict}, {@code gsi.indexLag}), then the
 * default. A nested class with an isolation, a server, an endpoint, a strictness or an index lag of its own gets a database of
 * its own.
 *
 * <p><b>Strictness and index lag</b> belong to a database. That of {@link Isolation#SHARED} is as the build says; a class that
 * says otherwise, or takes an {@code IndexLag}, gets one of its own as with {@link Isolation#CLASS}, and is refused where SHARED
 * is written beside.
 *
 * <p><b>Failure.</b> Bad definitions fail the class before a server is started. A class whose indexes can't be ensured fails
 * once, in its container, with the reason and the next step.
 *
 * <p><b>Parallel runs.</b> Classes and methods may run in parallel; with {@link Isolation#CLASS} and {@link
 * Isolation#METHOD} they never see each other's items. {@link #publishEndpoint()} locks where it has to, and says where.
 *
 * @since 0.1
 * @see EnsureGsisExtension#builder()
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(EnsureGsis.Repeated.class)
@ExtendWith(EnsureGsisExtension.class)
@ResourceLock(providers = PublishedEndpointLocks.class)
public @interface EnsureGsis {

    /**
     * The same as {@link #definitions()}.
     *
     * @return locations of definitions files
     */
    String[] value() default {};

    /**
     * Where the definitions are: {@code classpath:indexes/bookings.yaml} on the class path of the test class, anything else
     * a file, a folder or a glob, seen from the working directory. Default: where this annotation names no beans, tables or
     * indexes either, the configuration parameter {@code gsi.definitions} (several are separated by commas), else {@code
     * gsis.json}, {@code gsis.yaml} or {@code gsis.yml} at the root of the class path.
     *
     * @return locations of definitions files
     */
    String[] definitions() default {};

    /**
     * Classes with DynamoDbEnhanced annotations, each for a table that has the class's simple name in lower case with
     * underscores ({@code FlightLeg} for {@code flight_leg}), as Spring Cloud AWS names tables. {@link Table#bean()} takes a
     * name.
     *
     * @return the classes
     */
    Class<?>[] beans() default {};

    /**
     * Tables with their keys.
     *
     * @return the tables
     */
    Table[] tables() default {};

    /**
     * Global secondary indexes.
     *
     * @return the indexes
     */
    Gsi[] gsis() default {};

    /**
     * Where DynamoDB Local runs.
     *
     * @return the kind of server
     */
    Server server() default Server.AUTO;

    /**
     * The server that runs already, for {@link Server#EXTERNAL}. Its host must be this machine, or be named in the
     * configuration parameter {@code gsi.allowedHosts}.
     *
     * @return a URL like {@code http://localhost:8000}; empty for the configuration parameter {@code gsi.endpoint}
     */
    String endpoint() default "";

    /**
     * Who shares a database.
     *
     * @return the isolation
     */
    Isolation isolation() default Isolation.INFERRED;

    /**
     * Where the state file is kept, with {@link Server#EXTERNAL} and {@link Isolation#SHARED}: a server of ours starts empty,
     * so there is nothing to keep.
     *
     * @return a directory, seen from the working directory; empty to keep none
     */
    String stateDir() default "";

    /**
     * What the database refuses that AWS refuses and DynamoDB Local lets pass; for {@link Server#EMBEDDED}. Write one.
     *
     * @return none for what the enclosing class says, else the configuration parameter {@code gsi.strict}, else {@link
     *     Strict#DEFAULT}
     */
    Strict[] strict() default {};

    /**
     * How far global secondary indexes are behind their tables, as they are on AWS; for {@link Server#EMBEDDED}. A test that
     * wants to say itself when they catch up takes an {@link dev.ensuregsis.local.IndexLag IndexLag}, with or without this.
     *
     * @return a time like {@code 200ms}, {@code 2s} or {@code PT0.2S}, {@code 0s} for none; empty for what the enclosing class
     *     says, else the configuration parameter {@code gsi.indexLag}, else none
     */
    String indexLag() default "";

    /**
     * Whether the endpoint is published for code that builds its own client and knows nothing of tests: as system properties
     * of the AWS SDK, Spring Cloud AWS, Quarkus and Micronaut, set before the first test and put back after the last one.
     * With {@link Isolation#CLASS} or {@link Isolation#METHOD} <em>written on the annotation</em> the class then holds JUnit's
     * lock on {@link org.junit.jupiter.api.parallel.Resources#SYSTEM_PROPERTIES} alone; with {@link Isolation#SHARED} all
     * such classes share it and stay parallel.
     *
     * @return whether to; false by default
     */
    boolean publishEndpoint() default false;

    /**
     * What the compiler puts several {@link EnsureGsis} of one element into.
     *
     * @since 0.1
     */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(EnsureGsisExtension.class)
    @ResourceLock(providers = PublishedEndpointLocks.class)
    @interface Repeated {

        /**
         * The annotations.
         *
         * @return the annotations, in order
         */
        EnsureGsis[] value();
    }
}
