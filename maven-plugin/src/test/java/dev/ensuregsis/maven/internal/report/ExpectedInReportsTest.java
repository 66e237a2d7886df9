package dev.ensuregsis.maven.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.ReportSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was expected stands in each form, with the same figures. */
class ExpectedInReportsTest {
    private static final BuildWork WORK = new BuildWork(new Amount(1000, 2000), new Amount(1024, 2048));
    private static final Cost COST =
            new Cost("us-east-1", "2026-11", "USD", new Cost.Money(1.25, 2.5), new Cost.Money(0.5, 0.5));

    @Test
    void inEachForm(@TempDir Path folder) throws IOException {
        var report = report(COST);

        assertThat(text(Form.HTML, report))
                .contains("Expected in all: 10 min to 20 min; 1,000 to 2,000 write units")
                .contains("USD 1.25 to 2.50")
                .contains("missing; expected: 10 min to 20 min, by the table");
        assertThat(text(Form.MARKDOWN, report)).contains("Expected in all: 10 min to 20 min");
        var estimate = new ObjectMapper().readTree(Form.JSON.bytes(report)).get("estimate");
        assertThat(estimate.at("/seconds/most").asLong()).isEqualTo(1200);
        assertThat(estimate.at("/cost/writes/least").asDouble()).isEqualTo(1.25);
        assertThat(estimate.at("/indexes/0/boundedBy/writeUnitsPerSecond").asLong())
                .isEqualTo(5);
        assertIsAsTheSchemaSays(folder, report);
    }

    @Test
    void whatIsNotKnownIsNull(@TempDir Path folder) throws IOException {
        var report = report(null);

        assertThat(new ObjectMapper()
                        .readTree(Form.JSON.bytes(report))
                        .at("/estimate/cost")
                        .isNull())
                .isTrue();
        assertIsAsTheSchemaSays(folder, report);
    }

    private static void assertIsAsTheSchemaSays(Path folder, Report report) throws IOException {
        var file = Files.write(folder.resolve("report.json"), Form.JSON.bytes(report));
        ReportSchema.assertReport(file, "plan", "success");
    }

    private static Report report(@Nullable Cost cost) {
        var id = new IndexId("bookings", "by-agent");
        var range = new DurationRange(Duration.ofMinutes(10), Duration.ofMinutes(20));
        var index = new IndexEstimate(
                id, range, new Basis(Basis.Kind.SIZE_AND_CAPACITY), WORK, new Bound(Bound.Kind.INDEX_CAPACITY, 5));
        var definition =
                new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.provisioned(5, 5));
        var planned = new Plan.TablePlan(
                "bookings",
                true,
                false,
                1000,
                1024,
                List.of(new Plan.IndexPlan(id, definition, PlannedAction.CREATE, "missing", null)),
                List.of(),
                null);
        var plan = new Plan(
                new Target("123456789012", "us-east-1", null),
                List.of(planned),
                null,
                new RunEstimate(List.of(index), range, WORK, cost));
        return Report.of("plan", new Finding.Planned(plan, new Definitions(List.of())), null);
    }

    private static String text(Form form, Report report) throws IOException {
        return new String(form.bytes(report), StandardCharsets.UTF_8);
    }
}
