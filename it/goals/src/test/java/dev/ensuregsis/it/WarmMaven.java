package dev.ensuregsis.it;

import dev.ensuregsis.local.LocalDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The current Maven in the JVM of the tests: what lies in its installation, in class loaders of its own, entered as programs
 * do that embed it. Maven itself is kept from run to run, so that the first alone pays for a cold one; plugins are loaded
 * anew. What a process has of its own, as environment, signals and the command, is a {@link RealMaven}'s to show.
 */
final class WarmMaven {
    private static final Path HOME = new RealMaven(RealMaven.CURRENT).home();

    /** What the Maven that runs these tests was given, and gives them, isn't this one's. */
    private static final Pattern OF_ANY_JVM = Pattern.compile("(java|jdk|sun|os|user|file|path|line|native)\\.");

    private static final WarmMaven HERE = new WarmMaven();

    private final Object world;
    private final Class<?> mavenCli;

    private WarmMaven() {
        try (var configuration = Files.newInputStream(HOME.resolve("bin/m2.conf"));
                var jars = Files.newDirectoryStream(HOME.resolve("boot"), "*.jar")) {
            System.setProperty("maven.home", HOME.toString());
            var boot = new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader());
            var launcher = boot.loadClass("org.codehaus.plexus.classworlds.launcher.Launcher");
            var launched = launcher.getConstructor().newInstance();
            launcher.getMethod("setSystemClassLoader", ClassLoader.class).invoke(launched, boot);
            launcher.getMethod("configure", InputStream.class).invoke(launched, configuration);
            world = launcher.getMethod("getWorld").invoke(launched);
            mavenCli = (Class<?>) launcher.getMethod("getMainClass").invoke(launched);
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError("no such Maven as was thought of in " + HOME, e);
        }
    }

    private static URL[] urls(Iterable<Path> files) throws MalformedURLException {
        var urls = Stream.<URL>builder();
        for (var file : files) {
            urls.add(file.toUri().toURL());
        }
        return urls.build().toArray(URL[]::new);
    }

    /**
     * Runs it as if it were typed in this folder.
     *
     * @param properties what the JVM has in its system properties besides
     */
    static RealMaven.Result run(Path directory, Map<String, String> properties, String... arguments)
            throws IOException {
        return HERE.runIn(directory.toRealPath().toString(), properties, arguments);
    }

    /** The access keys that lead to this database and no other. */
    static Map<String, String> keys(LocalDatabase database) {
        return Map.of("aws.accessKeyId", database.endpoint().accessKeyId(), "aws.secretAccessKey", "madeUp");
    }

    /** Has the system properties and both streams of the JVM to itself meanwhile. */
    private synchronized RealMaven.Result runIn(String directory, Map<String, String> properties, String... arguments) {
        var propertiesBefore = (Properties) System.getProperties().clone();
        var loaderBefore = Thread.currentThread().getContextClassLoader();
        var printed = new ByteArrayOutputStream();
        try (var output = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.getProperties()
                    .keySet()
                    .removeIf(name -> !OF_ANY_JVM.matcher((String) name).lookingAt());
            System.setProperty("maven.home", HOME.toString());
            System.setProperty("user.dir", directory);
            System.setProperty("maven.multiModuleProjectDirectory", directory);
            properties.forEach(System::setProperty);
            Thread.currentThread().setContextClassLoader(mavenCli.getClassLoader());
            var exitCode = enter(directory, output, RealMaven.arguments(arguments));
            return new RealMaven.Result(exitCode, printed.toString(StandardCharsets.UTF_8));
        } catch (InvocationTargetException e) {
            throw new AssertionError("Maven threw:\n" + printed.toString(StandardCharsets.UTF_8), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("not the Maven that was thought of", e);
        } finally {
            Thread.currentThread().setContextClassLoader(loaderBefore);
            System.setProperties(propertiesBefore);
        }
    }

    private int enter(String directory, PrintStream output, List<String> arguments)
            throws ReflectiveOperationException {
        return (int) mavenCli.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
                .invoke(
                        mavenCli.getConstructor(world.getClass()).newInstance(world),
                        arguments.toArray(String[]::new),
                        directory,
                        output,
                        output);
    }
}
