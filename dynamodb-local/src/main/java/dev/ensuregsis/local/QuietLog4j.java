package dev.ensuregsis.local;

import java.util.List;
import java.util.ServiceLoader;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;

/**
 * Keeps log4j-api, which DynamoDB Local writes its log lines to, quiet where nobody takes them: without a provider it
 * would complain on standard error, and print there what DynamoDB Local means to keep to itself. Where there is a
 * provider, the lines are that provider's, and nothing is done here.
 */
final class QuietLog4j {

    private static final String FACTORY = "log4j2.loggerContextFactory";
    private static final String LEVEL =
            "org.apache.logging.log4j.simplelog.software.amazon.dynamodb.services.local.%s.level";

    /** Those that write errors: log4j-api's simple loggers print these, and know no levels for packages. */
    private static final List<String> LOUD = List.of(
            "server.LocalDynamoDBServerHandler",
            "server.AbstractLocalDynamoDBServerHandler",
            "shared.jobs.TimeToLiveDeletionJob",
            "shared.env.LocalPartiQLDbEnv");

    private QuietLog4j() {}

    /** To be called before the first class of DynamoDB Local is used. */
    static synchronized void prepare() {
        if (System.getProperty(FACTORY) != null || hasProvider()) {
            return;
        }
        LOUD.forEach(logger -> System.getProperties().putIfAbsent(LEVEL.formatted(logger), "OFF"));
        // Read once, when log4j-api starts, so that it needs to stand there no longer than that.
        System.setProperty(FACTORY, SimpleLoggerContextFactory.class.getName());
        try {
            LogManager.getFactory();
        } finally {
            System.clearProperty(FACTORY);
        }
    }

    private static boolean hasProvider() {
        return ServiceLoader.load(Provider.class, QuietLog4j.class.getClassLoader())
                .findFirst()
                .isPresent();
    }
}
