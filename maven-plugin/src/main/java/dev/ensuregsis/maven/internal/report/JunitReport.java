package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.maven.internal.console.NextStepText;
import dev.ensuregsis.maven.internal.report.Digest.Row;
import dev.ensuregsis.maven.internal.report.Digest.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A report as JUnit XML, as CI servers show tests: a case for each index. Failed is a failure; still building, never started
 * or only planned is skipped, with its reason. A goal that ended before it found anything is one case with an error.
 */
final class JunitReport {
    private final Digest digest;
    private final XMLStreamWriter xml;

    private JunitReport(Digest digest, XMLStreamWriter xml) {
        this.digest = digest;
        this.xml = xml;
    }

    static byte[] bytes(Report report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new JunitReport(Digests.of(report), xml).write();
            xml.close();
        } catch (XMLStreamException unwritten) {
            throw new IOException(unwritten);
        }
        return bytes.toByteArray();
    }

    private void write() throws XMLStreamException {
        boolean unknown = digest.report().finding() == null && !digest.isGreen();
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", "gsi:" + digest.report().goal());
        attribute("tests", Integer.toString(digest.rows().size() + (unknown ? 1 : 0)));
        attribute("failures", Long.toString(digest.count(Standing.BAD)));
        attribute("errors", unknown ? "1" : "0");
        attribute("skipped", Long.toString(digest.count(Standing.OPEN)));
        attribute("time", seconds(digest.startedAt(), digest.endedAt()));
        if (digest.startedAt() != null) {
            attribute("timestamp", digest.startedAt().toString());
        }
        property();
        for (var row : digest.rows()) {
            testCase(row);
        }
        if (unknown) {
            error();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** What tells still building from failed, for whoever reads it by a program. */
    private void property() throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        attribute("name", "verdict");
        attribute("value", digest.verdict());
        xml.writeEndElement();
    }

    private void testCase(Row row) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", row.table());
        attribute("name", row.index() == null ? row.table() : row.index());
        attribute("time", seconds(row.startedAt(), row.endedAt()));
        if (row.place() != null) {
            attribute("file", row.place().source());
            attribute("line", Integer.toString(row.place().line()));
        }
        switch (row.standing()) {
            case GOOD -> {}
            case OPEN -> {
                xml.writeEmptyElement("skipped");
                attribute("message", reason(row));
            }
            case BAD -> failure(row);
        }
        xml.writeEndElement();
    }

    private static String reason(Row row) {
        var failure = row.failure();
        var why = failure == null ? row.detail() : failure.summary();
        return why.isEmpty() ? row.word() : row.word() + ": " + why;
    }

    private void failure(Row row) throws XMLStreamException {
        var failure = row.failure();
        xml.writeStartElement("failure");
        attribute("message", reason(row));
        if (failure == null) {
            xml.writeCharacters(Escaped.xml(row.detail()));
        } else {
            attribute("type", failure.code());
            xml.writeCharacters(Escaped.xml(String.join(
                    "\n", failure.summary(), failure.meaning(), "Next: " + NextStepText.of(failure.nextStep()))));
        }
        xml.writeEndElement();
    }

    private void error() throws XMLStreamException {
        var message = String.valueOf(digest.report().message());
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", "gsi");
        attribute("name", digest.report().goal());
        xml.writeStartElement("error");
        attribute("message", message.lines().findFirst().orElse(""));
        attribute("type", digest.report().ending().word());
        xml.writeCharacters(Escaped.xml(message));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Escaped.xml(value));
    }

    private static String seconds(@Nullable Instant from, @Nullable Instant to) {
        long millis = from == null || to == null || to.isBefore(from)
                ? 0
                : Duration.between(from, to).toMillis();
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
