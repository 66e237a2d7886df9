package dev.ensuregsis.benchmarks.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The report of a test class, as Surefire or Failsafe left it.
 *
 * @param module the folder of the module
 * @param testClass the class, with its package
 * @param seconds what it took
 * @param tests how many tests it has
 * @param skipped those that didn't run
 */
record TestReport(String module, String testClass, double seconds, int tests, List<Skipped> skipped) {
    private static final int DEEPEST = 5;

    /** The folder of what is built, that of the reports, and the report. */
    private static final int BELOW_MODULE = 3;

    /**
     * A test that didn't run.
     *
     * @param test its name
     * @param why the first line of what it said
     */
    record Skipped(String test, String why) {}

    /** Those of a build: of all modules below a folder, written since a time. */
    static List<TestReport> of(Path project, Instant since) throws IOException, XMLStreamException {
        var reports = new ArrayList<TestReport>();
        for (var file : files(project, since)) {
            reports.add(read(project, file));
        }
        return reports;
    }

    private static List<Path> files(Path project, Instant since) throws IOException {
        try (Stream<Path> files = Files.find(
                project,
                DEEPEST,
                (file, facts) -> isReport(project.relativize(file))
                        && !facts.lastModifiedTime().toInstant().isBefore(since))) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** Not those of the projects that a test of ours has built. */
    private static boolean isReport(Path file) {
        int count = file.getNameCount();
        return count > BELOW_MODULE
                && file.getFileName().toString().matches("TEST-.*\\.xml")
                && file.getName(count - 2).toString().matches("(surefire|failsafe)-reports")
                && file.getName(count - BELOW_MODULE).toString().equals("target")
                && !file.subpath(0, count - BELOW_MODULE).toString().contains("target");
    }

    private static TestReport read(Path project, Path file) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var content = Files.newInputStream(file)) {
            var xml = factory.createXMLStreamReader(content);
            xml.nextTag();
            var place = project.relativize(file);
            var report = new TestReport(
                    place.subpath(0, place.getNameCount() - BELOW_MODULE).toString(),
                    xml.getAttributeValue(null, "name"),
                    Double.parseDouble(xml.getAttributeValue(null, "time")),
                    Integer.parseInt(xml.getAttributeValue(null, "tests")),
                    new ArrayList<>());
            report.readSkipped(xml);
            return report;
        }
    }

    private void readSkipped(XMLStreamReader xml) throws XMLStreamException {
        var test = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("testcase")) {
                test = xml.getAttributeValue(null, "name");
            } else if (xml.getLocalName().equals("skipped")) {
                var message = xml.getAttributeValue(null, "message");
                skipped.add(new Skipped(test, firstLine(message == null ? xml.getElementText() : message)));
            }
        }
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("it doesn't say why").replaceFirst("^[\\w.]+Exception: ", "");
    }
}
