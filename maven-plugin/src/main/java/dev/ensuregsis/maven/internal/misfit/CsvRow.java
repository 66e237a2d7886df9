package dev.ensuregsis.maven.internal.misfit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of CSV (RFC 4180) that no spreadsheet takes for more than text, whichever character it separates cells by. Every
 * cell is quoted; control characters and semicolons stand in it as {@code \\uXXXX}; one that begins like a formula gets an
 * apostrophe before it.
 */
final class CsvRow {
    /** What spreadsheets begin formulas with, and the apostrophe itself, so that it can be taken off again. */
    private static final String BEGINS_FORMULA = "=+-@'";

    private CsvRow() {}

    /** The row, with the end of its line. */
    static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** One cell, quoted. */
    static String cell(String text) {
        var plain = new StringBuilder();
        if (!text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0) {
            plain.append('\'');
        }
        text.chars().forEach(c -> plain.append(c == '"' ? "\"\"" : isUnsafe(c) ? escaped(c) : Character.toString(c)));
        return '"' + plain.toString() + '"';
    }

    /** Full-width forms are taken for formulas too where the language is East Asian. */
    private static boolean isUnsafe(int c) {
        return c < ' ' || c == ';' || c > '~';
    }

    private static String escaped(int c) {
        return String.format("\\u%04x", c);
    }
}
