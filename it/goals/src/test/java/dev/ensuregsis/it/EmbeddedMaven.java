package dev.ensuregsis.it;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Maven that runs what it reads from standard input, one after the other, until that ends: what lies in an installation, in
 * class loaders of its own, entered as programs do that embed it.
 */
final class EmbeddedMaven {
    private final Object world;
    private final Class<?> mavenCli;

    /**
     * What is to be run.
     *
     * @param directory where it is typed
     * @param properties what the system properties are to have besides
     * @param arguments what is typed
     */
    record Run(String directory, Map<String, String> properties, List<String> arguments) implements Serializable {}

    private EmbeddedMaven(Path home) throws IOException, ReflectiveOperationException {
        System.setProperty("maven.home", home.toString());
        try (var configuration = Files.newInputStream(home.resolve("bin/m2.conf"));
                var jars = Files.newDirectoryStream(home.resolve("boot"), "*.jar")) {
            var boot = new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader());
            var launcher = boot.loadClass("org.codehaus.plexus.classworlds.launcher.Launcher");
            var launched = launcher.getConstructor().newInstance();
            launcher.getMethod("setSystemClassLoader", ClassLoader.class).invoke(launched, boot);
            launcher.getMethod("configure", InputStream.class).invoke(launched, configuration);
            world = launcher.getMethod("getWorld").invoke(launched);
            mavenCli = (Class<?>) launcher.getMethod("getMainClass").invoke(launched);
        }
    }

    private static URL[] urls(Iterable<Path> files) throws MalformedURLException {
        var urls = Stream.<URL>builder();
        for (var file : files) {
            urls.add(file.toUri().toURL());
        }
        return urls.build().toArray(URL[]::new);
    }

    /** Takes the installation's folder. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var maven = new EmbeddedMaven(Path.of(arguments[0]));
        var results = new ObjectOutputStream(System.out);
        results.flush();
        var runs = new ObjectInputStream(System.in);
        while (true) {
            Run run;
            try {
                run = (Run) runs.readObject();
            } catch (EOFException end) {
                return;
            }
            results.writeObject(maven.run(run));
            results.flush();
        }
    }

    private RealMaven.Result run(Run run) throws ReflectiveOperationException {
        var propertiesBefore = (Properties) System.getProperties().clone();
        var printed = new ByteArrayOutputStream();
        try (var output = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setProperty("user.dir", run.directory());
            System.setProperty("maven.multiModuleProjectDirectory", run.directory());
            run.properties().forEach(System::setProperty);
            Thread.currentThread().setContextClassLoader(mavenCli.getClassLoader());
            var exitCode = enter(run, output);
            return new RealMaven.Result(exitCode, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setProperties(propertiesBefore);
        }
    }

    private int enter(Run run, PrintStream output) throws ReflectiveOperationException {
        return (int) mavenCli.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
                .invoke(
                        mavenCli.getConstructor(world.getClass()).newInstance(world),
                        run.arguments().toArray(String[]::new),
                        run.directory(),
                        output,
                        output);
    }
}
