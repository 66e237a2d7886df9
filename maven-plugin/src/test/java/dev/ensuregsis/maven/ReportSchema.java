package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What docs/report-schema.json says of reports. */
public final class ReportSchema {
    private static final Schema SCHEMA = read();

    private ReportSchema() {}

    /** That a report is as the schema says, of this goal and with this outcome. */
    public static void assertReport(Path file, String goal, String outcome) throws IOException {
        var report = Files.readString(file);
        assertThat(report).contains("\"goal\" : \"" + goal + "\"", "\"outcome\" : \"" + outcome + "\"");
        assertThat(SCHEMA.validate(report, InputFormat.JSON))
                .as("where %s is not as the schema says", report)
                .isEmpty();
    }

    private static Schema read() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../docs/report-schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
