package dev.ensuregsis.it;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The current Maven in a process that is kept from run to run, so that the first alone pays for a cold one; plugins are loaded
 * anew. What a process has of its own, as environment, signals and the command, is a {@link RealMaven}'s to show.
 */
final class WarmMaven {
    private static final RealMaven MAVEN = new RealMaven(RealMaven.CURRENT);
    private static @Nullable WarmMaven here;

    private final Process process;
    private final ObjectOutputStream runs;
    private final ObjectInputStream results;

    private WarmMaven() throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(RealMaven.SHORT_LIVED.split(" ", -1)));
        var classes = EmbeddedMaven.class.getProtectionDomain().getCodeSource().getLocation();
        command.addAll(List.of(
                "-cp",
                Path.of(classes.getPath()).toString(),
                EmbeddedMaven.class.getName(),
                MAVEN.home().toString()));
        // It ends when nothing more can come, which is when this JVM has ended.
        process = RealMaven.onAnUnknownMachine(command, MAVEN.home())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        runs = new ObjectOutputStream(process.getOutputStream());
        runs.flush();
        results = new ObjectInputStream(process.getInputStream());
    }

    /**
     * Runs it as if it were typed in this folder.
     *
     * @param properties what the JVM has in its system properties besides
     */
    static synchronized RealMaven.Result run(Path directory, Map<String, String> properties, String... arguments)
            throws IOException {
        if (here == null || !here.process.isAlive()) {
            here = new WarmMaven();
        }
        return here.run(
                new EmbeddedMaven.Run(directory.toRealPath().toString(), properties, RealMaven.arguments(arguments)));
    }

    private RealMaven.Result run(EmbeddedMaven.Run run) throws IOException {
        var tooLong = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES));
        try {
            runs.writeObject(run);
            runs.flush();
            return (RealMaven.Result) results.readObject();
        } catch (EOFException e) {
            throw new AssertionError("Maven did not end, or ended its JVM: " + run.arguments(), e);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("not what was sent", e);
        } finally {
            tooLong.cancel(false);
        }
    }

    /** The system properties with which this database is found and no other. */
    static Map<String, String> keys(DynamoDbEndpoint endpoint) {
        return Map.of("aws.accessKeyId", endpoint.accessKeyId(), "aws.secretAccessKey", "madeUp");
    }
}
