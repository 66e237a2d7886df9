package dev.ensuregsis.maven.internal.misfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CsvRowTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "bookings   ~ \"bookings\"",
                "a,b        ~ \"a,b\"",
                "a\"b       ~ \"a\"\"b\"",
                "a;b        ~ \"a\\u003bb\"",
                "=1+1       ~ \"'=1+1\"",
                "+1         ~ \"'+1\"",
                "-1         ~ \"'-1\"",
                "@SUM(A1)   ~ \"'@SUM(A1)\"",
                "'=1        ~ \"''=1\"",
                "é          ~ \"\\u00e9\"",
                "＝1        ~ \"\\uff1d1\""
            })
    void aCellIsTextAndNothingElse(String text, String cell) {
        assertThat(CsvRow.cell(text)).isEqualTo(cell);
    }

    @Test
    void aCellStaysOnItsLine() {
        assertThat(CsvRow.of(List.of("a\r\n=b\t=c", ""))).isEqualTo("\"a\\u000d\\u000a=b\\u0009=c\",\"\"\r\n");
    }

    /** However a spreadsheet separates cells, none of them begins like a formula. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "x;=cmd",
                "x\t=cmd",
                "\";=cmd",
                "\"\t+cmd\"",
                "\r=cmd",
                "x\n@cmd",
                "\",=cmd"
            })
    void noKeyIsExecuted(String value) {
        var key = Map.of("id", AttributeValue.fromS(value), "=cmd", AttributeValue.fromN("-1"));

        var row = CsvRow.of(List.of("bookings", "agent-index", KeyJson.text(key), value + " is NULL"));

        assertThat(row.strip().split("[;\t\r\n]")).hasSize(1);
        assertThat(cells(row.strip()))
                .hasSize(4)
                .allSatisfy(cell -> assertThat(cell)
                        .doesNotStartWith("=")
                        .doesNotStartWith("+")
                        .doesNotStartWith("-")
                        .doesNotStartWith("@"));
    }

    /** As RFC 4180 has it. */
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Test
    void aKeyIsWhatTheCommandLineOfAwsTakes() {
        var key = Map.of(
                "id", AttributeValue.fromS("a\"b"),
                "n", AttributeValue.fromN("-1.5"),
                "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, 1, 2})));

        assertThat(KeyJson.text(key))
                .isEqualTo("{\"b\":{\"B\":\"AAEC\"},\"id\":{\"S\":\"a\\\"b\"},\"n\":{\"N\":\"-1.5\"}}");
    }
}
