package dev.ensuregsis.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/**
 * A release of a copy of the sources: the bundle that the portal of Maven Central takes, by each of its rules (source: its page
 * of requirements, read on 26 November 2026 from stored copies), and the README's samples with what is in it.
 */
class ReleaseIT {
    private static final String VERSION = "0.0.1";
    private static final Path WORK = Path.of(System.getProperty("it.work"));
    private static final Path STAGED = WORK.resolve("staged");
    private static final String BUILT = System.getProperty("it.version");
    private static final Map<String, String> MODULES = Map.of(
            "engine", "ensure-gsis-engine",
            "dynamodb-local", "ensure-gsis-dynamodb-local",
            "junit-extension", "ensure-gsis-junit",
            "maven-plugin", "gsi-maven-plugin");
    private static final Set<String> JARS = Set.copyOf(MODULES.values());
    private static final Set<String> POMS = Set.of("ensure-gsis-parent", "ensure-gsis-bom");

    private static Path elsewhere = WORK.resolve("elsewhere");
    private static SigningKey key;

    /** What the build that runs this has asked of the same sources. */
    private static final List<String> GATES =
            List.of("spotless.check", "checkstyle", "japicmp", "mdep.analyze", "enforcer");

    /** By the command of the page on releasing, but for the version, and without tests and gates, which ran before. */
    @BeforeAll
    static void aRelease() throws IOException, PGPException, MavenInvocationException {
        key = SigningKey.create();
        elsewhere = Sources.copyTo(Files.createDirectories(elsewhere));
        var maven = new ReleasedMaven(WORK, Path.of(System.getProperty("it.hostRepository")), List.of());
        var properties = new Properties();
        properties.setProperty("revision", VERSION);
        properties.setProperty("skipTests", "true");
        GATES.forEach(gate -> properties.setProperty(gate + ".skip", "true"));
        properties.setProperty("compiler.gate", "-Xlint:-processing");
        // Nobody else's local repository gets it.
        properties.setProperty("maven.install.skip", "true");
        var outcome = maven.run(
                elsewhere,
                Map.of("MAVEN_GPG_KEY", key.armored(), "MAVEN_GPG_PASSPHRASE", SigningKey.PASSPHRASE),
                properties,
                List.of("-Prelease", "-pl", "bundle", "-am", "deploy"));
        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
        assertThat(outcome.said()).doesNotContain(SigningKey.PASSPHRASE).doesNotContain("BEGIN PGP PRIVATE");
        unzip(elsewhere.resolve("bundle/target/ensure-gsis-" + VERSION + "-bundle.zip"));
    }

    @Test
    void holdsWhatIsPublishedAndNothingElse() throws IOException {
        try (var folders = Files.list(STAGED.resolve("dev/ensuregsis"))) {
            var all = new TreeSet<>(JARS);
            all.addAll(POMS);
            assertThat(folders.map(folder -> String.valueOf(folder.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void liesWhereARepositoryHasIt() throws IOException {
        assertThat(artifacts())
                .allSatisfy(file -> assertThat(STAGED.relativize(file).toString())
                        .matches("dev/ensuregsis/([a-z-]+)/0\\.0\\.1/\\1-0\\.0\\.1(-[a-z]+)?\\.(pom|jar|json)"));
    }

    @Test
    void hasSourcesAndJavadocForEveryJar() {
        for (var artifact : JARS) {
            assertThat(file(artifact, ".jar")).exists();
            assertThat(file(artifact, "-sources.jar")).exists();
            assertThat(file(artifact, "-javadoc.jar")).exists();
        }
    }

    @Test
    void hasChecksumsOfEveryFile() throws Exception {
        for (var file : artifacts()) {
            for (var algorithm : List.of("MD5", "SHA-1")) {
                var digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
                var beside = file.resolveSibling(
                        file.getFileName() + "." + algorithm.replace("-", "").toLowerCase(java.util.Locale.ROOT));
                assertThat(beside).content().isEqualTo(HexFormat.of().formatHex(digest));
            }
        }
    }

    @Test
    void isSignedFileByFile() throws Exception {
        for (var file : artifacts()) {
            assertThat(key.hasSigned(file, file.resolveSibling(file.getFileName() + ".asc")))
                    .as("signature of %s", file)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void saysInEachPomWhatThePortalAsksFor(String artifact) throws Exception {
        var pom = parse(file(artifact, ".pom"));
        for (var element : List.of("name", "description")) {
            assertThat(text(pom, element)).as("%s of %s", element, artifact).isNotBlank();
        }
        // What a pom leaves out is its parent's, which is published beside it.
        var parent =
                pom.getElementsByTagName("parent").getLength() > 0 ? parse(file("ensure-gsis-parent", ".pom")) : pom;
        for (var element : List.of("url", "license", "developer", "scm", "connection")) {
            assertThat(text(pom, element) + text(parent, element))
                    .as("%s of %s", element, artifact)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void isNoSnapshotAndNeedsNone(String artifact) throws IOException {
        assertThat(Files.readString(file(artifact, ".pom")))
                .contains("<version>" + VERSION + "</version>")
                .doesNotContain("SNAPSHOT</version>")
                .doesNotContain("${revision}")
                .doesNotContain("<repositories>");
    }

    @Test
    void bringsItsOwnVersionsOnlyWithTheBom() throws Exception {
        var bom = parse(file("ensure-gsis-bom", ".pom"));
        var managed = bom.getElementsByTagName("dependency");
        var names = new TreeSet<String>();
        for (int i = 0; i < managed.getLength(); i++) {
            var dependency = managed.item(i).getTextContent().strip().split("\\s+", -1);
            assertThat(dependency).contains("dev.ensuregsis", VERSION);
            names.add(dependency[1]);
        }
        assertThat(names).isEqualTo(new TreeSet<>(JARS));
        assertThat(bom.getElementsByTagName("parent").getLength()).isZero();
    }

    @Test
    void hasAnSbomOfEveryJar() throws IOException {
        for (var artifact : JARS) {
            assertThat(Files.readString(file(artifact, "-cyclonedx.json"))).contains("\"CycloneDX\"", artifact);
        }
    }

    @Test
    void namesAModuleInEveryJar() throws IOException {
        var names = new LinkedHashMap<String, String>();
        for (var artifact : JARS) {
            try (var jar = new java.util.jar.JarFile(file(artifact, ".jar").toFile())) {
                names.put(artifact, jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
            }
        }
        assertThat(names)
                .containsOnly(
                        Map.entry("ensure-gsis-engine", "dev.ensuregsis.engine"),
                        Map.entry("ensure-gsis-dynamodb-local", "dev.ensuregsis.local"),
                        Map.entry("ensure-gsis-junit", "dev.ensuregsis.junit"),
                        Map.entry("gsi-maven-plugin", "dev.ensuregsis.maven"));
    }

    /** From the folder of the build that runs this test, and from the copy: they differ in the version alone. */
    @Test
    void isTheSameByteForByteWhereverItIsBuilt() throws IOException {
        for (var module : MODULES.entrySet()) {
            var there = entries(file(module.getValue(), ".jar"), VERSION);
            var here = Path.of(System.getProperty("it.sources"), module.getKey(), "target")
                    .resolve(module.getValue() + "-" + BUILT + ".jar");
            assertThat(entries(here, BUILT)).as(module.getKey()).containsExactlyElementsOf(there);
        }
    }

    @Test
    void servesTheReadmesSamplesFromAnEmptyRepository() throws IOException, MavenInvocationException {
        var readme = new Readme(elsewhere.resolve("README.md"), VERSION);
        var project = readme.project(WORK.resolve("stranger"));
        var maven = new ReleasedMaven(WORK, Files.createTempDirectory(WORK, "repository"), List.of(STAGED));
        var tested = maven.run(project, Map.of(), new Properties(), List.of("test"));
        assertThat(tested.said()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(tested.exitCode()).as(tested.said()).isZero();
        var embedded = new Properties();
        embedded.setProperty("gsi.endpoint", "embedded");
        var created = maven.run(project, Map.of(), embedded, List.of("gsi:create"));
        assertThat(created.said()).contains("All GSIs created successfully!");
        assertThat(created.exitCode()).isZero();
    }

    static List<String> published() {
        var all = new ArrayList<>(JARS);
        all.addAll(POMS);
        return all;
    }

    /** Each in its place, with its time and its bytes; what Maven writes of the version is left open. */
    private static List<String> entries(Path jar, String version) throws IOException {
        var all = new ArrayList<String>();
        try (var in = new ZipInputStream(Files.newInputStream(jar), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readAllBytes();
                var content = entry.getName().startsWith("META-INF/maven/")
                        ? new String(bytes, StandardCharsets.UTF_8)
                                .replace(version, "VERSION")
                                .getBytes(StandardCharsets.UTF_8)
                        : bytes;
                all.add(entry.getName() + " of " + entry.getTimeLocal() + ": "
                        + HexFormat.of().formatHex(sha256(content)));
            }
        }
        return all;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String artifact, String ending) {
        return STAGED.resolve("dev/ensuregsis/" + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + ending);
    }

    private static List<Path> artifacts() throws IOException {
        try (var files = Files.walk(STAGED)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(md5|sha1|sha256|sha512|asc)"))
                    .collect(Collectors.toList());
        }
    }

    private static Document parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static String text(Document pom, String element) {
        var children = pom.getDocumentElement().getElementsByTagName(element);
        return children.getLength() == 0 ? "" : children.item(0).getTextContent();
    }

    private static void unzip(Path zip) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = STAGED.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(STAGED);
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
