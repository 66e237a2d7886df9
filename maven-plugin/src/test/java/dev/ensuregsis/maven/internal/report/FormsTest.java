package dev.ensuregsis.maven.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One report in each form: the same figures, and nobody's text is taken for markup. */
class FormsTest {
    private static final Report MIXED = Runs.mixed("too many");

    @ParameterizedTest
    @CsvSource({"a.json,JSON", "a.HTML,HTML", "x/a.xml,JUNIT", "a.b.md,MARKDOWN"})
    void aFormIsToldByTheEnding(String name, Form form) {
        assertThat(Form.of(name)).contains(form);
    }

    @Test
    void anotherEndingIsNoForm() {
        assertThat(Form.of("report.txt")).isEmpty();
        assertThat(Form.of("report")).isEmpty();
    }

    @Test
    void thePageHasTheFiguresOfTheJson() throws IOException {
        var json = json(MIXED);
        var page = text(Form.HTML, MIXED);

        for (var index : json.get("indexes")) {
            var row = Pattern.compile("<tr><td>" + index.get("table").asText() + "\\."
                            + index.get("index").asText()
                            + "</td><td class=\"n \\w+\">([^<]*)</td><td class=\"n\">(\\d+)</td>")
                    .matcher(page);
            assertThat(row.find()).as("a row of %s", index).isTrue();
            assertThat(row.group(1)).isEqualTo(words(index.get("outcome")));
            assertThat(row.group(2)).isEqualTo(index.get("attempts").asText());
        }
        assertThat(page)
                .contains("<h1>Failed</h1>")
                .contains("6 GSIs: 2 active, 3 not there yet, 1 failed")
                .contains("account 123456789012, region eu-central-1")
                .contains("too many:7 at /bookings");
        assertThat(page.split("class=\"backfilling\" style=", -1)).hasSize(2);
    }

    @Test
    void theTimelineIsInTheJson() throws IOException {
        var bookings = json(MIXED).get("timeline").get(0);

        assertThat(bookings.get("table").asText()).isEqualTo("bookings");
        assertThat(bookings.get("stretches").findValuesAsText("doing"))
                .containsExactly("WAITING", "ALLOCATING", "BACKFILLING", "FAILED");
        assertThat(bookings.get("stretches").get(2).get("from").asText()).isEqualTo("2026-02-01T10:32:00Z");
        assertThat(bookings.get("stretches").get(2).get("to").asText()).isEqualTo("2026-02-01T10:35:00Z");
    }

    @Test
    void junitXmlTellsFailedFromNotThereYet() throws Exception {
        var suite = xml(MIXED).getDocumentElement();

        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
        assertThat(cases(suite, "failure")).containsExactly("bookings by-date");
        assertThat(cases(suite, "skipped")).containsExactly("crews by-base", "crews by-rank", "flights by-status");
        assertThat(suite.getElementsByTagName("skipped")
                        .item(2)
                        .getAttributes()
                        .getNamedItem("message")
                        .getNodeValue())
                .isEqualTo("waiting: ResourceInUseException: too many");
    }

    @Test
    void aRunThatIsOnlyLateIsNoFailureInAnyForm() throws Exception {
        var late = Runs.late();

        assertThat(json(late).get("verdict").asText()).isEqualTo("STILL_BUILDING");
        assertThat(text(Form.HTML, late)).contains("<header class=\"open\">", "<h1>Still building</h1>");
        assertThat(text(Form.MARKDOWN, late)).startsWith("## gsi:create: still building");
        assertThat(xml(late).getDocumentElement().getAttribute("failures")).isEqualTo("0");
        assertThat(xml(late).getDocumentElement().getAttribute("skipped")).isEqualTo("2");
    }

    @Test
    void aGoalThatWasRefusedIsAnErrorInXml() throws Exception {
        var suite = xml(Report.refused("create", "No definitions found")).getDocumentElement();

        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("error").item(0).getTextContent()).isEqualTo("No definitions found");
    }

    @Test
    void nobodysTextIsMarkup() throws Exception {
        var hostile = Runs.mixed(Runs.HOSTILE);

        assertThat(text(Form.HTML, hostile)).doesNotContain("<script").doesNotContain("onload='");
        assertThat(text(Form.HTML, hostile).split("</style>", -1)).hasSize(2);
        assertThat(xml(hostile).getElementsByTagName("script").getLength()).isZero();
        assertThat(text(Form.MARKDOWN, hostile)).doesNotContain("<script").contains("\\`\\` \\*\\*");
        assertThat(json(hostile).get("message").asText()).contains("<script>");
    }

    @Test
    void tenThousandIndexesAreOnePageAndASummaryThatGitHubTakes() throws Exception {
        var large = Runs.large(500, 20);
        var page = Form.HTML.bytes(large);

        assertThat(new String(page, StandardCharsets.UTF_8).split("<tr><td>", -1))
                .hasSize(10_001);
        assertThat(page).hasSizeLessThan(20_000_000);
        assertThat(Form.MARKDOWN.bytes(large)).hasSizeLessThan(1 << 20);
        assertThat(text(Form.MARKDOWN, large)).contains("10,000 GSIs: 10000 active");
        assertThat(xml(large).getDocumentElement().getAttribute("tests")).isEqualTo("10000");
    }

    private static List<String> cases(Element suite, String outcome) {
        var names = new ArrayList<String>();
        var found = suite.getElementsByTagName(outcome);
        for (int i = 0; i < found.getLength(); i++) {
            var testCase = (Element) found.item(i).getParentNode();
            names.add(testCase.getAttribute("classname") + " " + testCase.getAttribute("name"));
        }
        return names;
    }

    private static String words(JsonNode constant) {
        return constant.asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String text(Form form, Report report) throws IOException {
        return new String(form.bytes(report), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Report report) throws IOException {
        return new ObjectMapper().readTree(Form.JSON.bytes(report));
    }

    private static Document xml(Report report) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Form.JUNIT.bytes(report)));
    }
}
