package dev.ensuregsis.engine.internal.retry;

import dev.ensuregsis.engine.event.NextStep.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The quotas that waiting doesn't widen, with the words by which a refusal shows them. What is in flight at a time is
 * none of them.
 */
enum Quota {
    /** Source: the table of errors; DynamoDB's text in field reports. */
    INDEXES_PER_TABLE(
            "number of global secondary indexes exceeds",
            "global secondary indexes per table (20 unless raised)",
            Kind.MAKE_ROOM_FOR_INDEX),
    /** Source: "There is a limit of 256 tables per subscriber", terraform-provider-aws, pull request 2274 (2017). */
    TABLES_PER_ACCOUNT(
            "tables per subscriber|tables per account|too many tables|maximum number of tables",
            "tables per account and region (2,500 unless raised)",
            Kind.MAKE_ROOM_FOR_TABLE),
    /** Source: the table of errors. */
    TABLE_THROUGHPUT(
            "above the per table/index maximum", "throughput of one table or index", Kind.ASK_FOR_LESS_CAPACITY),
    /** Source: the table of errors. */
    ACCOUNT_THROUGHPUT(
            "account limit would be exceeded", "throughput of the account in this region", Kind.ASK_FOR_LESS_CAPACITY);

    private static final Pattern VALUE = Pattern.compile("(?:limit|maximum|quota) of:? (\\d[\\d,]*)");

    private final Pattern said;
    private final String words;
    private final Kind nextStep;

    Quota(String said, String words, Kind nextStep) {
        this.said = Pattern.compile(said);
        this.words = words;
        this.nextStep = nextStep;
    }

    /** The quota that a refusal is about; empty where it is about none of these. */
    static Optional<Quota> of(String message) {
        var lowerCase = message.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(quota -> quota.said.matcher(lowerCase).find())
                .findFirst();
    }

    Kind nextStep() {
        return nextStep;
    }

    /** Which it is, how wide it is now if the text says so, and that time doesn't help. */
    String meaning(String message) {
        var value = VALUE.matcher(message.toLowerCase(Locale.ROOT));
        return "The quota is used up: " + words + (value.find() ? "; here it is " + value.group(1) : "")
                + ". Waiting doesn't widen it.";
    }
}
