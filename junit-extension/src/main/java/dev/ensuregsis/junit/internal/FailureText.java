package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;

/** A failure of the engine for the person who reads the test report: what to do is said by what is written in tests. */
final class FailureText {
    private FailureText() {}

    static String of(Failure failure) {
        return failure.summary() + System.lineSeparator() + "  " + failure.meaning() + System.lineSeparator() + "  "
                + nextStep(failure.nextStep());
    }

    private static String nextStep(NextStep step) {
        return switch (step.kind()) {
            case CHECK_ENDPOINT -> "Check the endpoint (endpoint of @EnsureGsis, or gsi.endpoint), then run again.";
            case FIND_TABLE, GIVE_WHOLE_TABLE ->
                "Say how the table is made: tables = @Table(name = …, partitionKey = …) at @EnsureGsis, or the whole table"
                        + " in the definitions file."
                        + (step.subject() == null ? "" : " " + step.plainWords());
            case KEEP_STATE_APART, MEND_STATE -> "Keep the state elsewhere: stateDir of @EnsureGsis.";
            case MEND_ITEMS ->
                "Write them without the attribute; or ensure the index before they are written, by the class that writes"
                        + " them, where they are refused as on AWS; or give this class isolation = Isolation.CLASS.";
            case MEND_STUCK_INDEX -> "Look for such items, and for indexes that your own code adds.";
            case CHECK_REGION,
                    CHECK_ROUTE,
                    TRUST_CERTIFICATE,
                    SIGN_IN_AT_PROXY,
                    ASK_PROXY,
                    ASK_WHO_DENIES,
                    ALLOW_KEY,
                    MAKE_ROOM_FOR_TABLE,
                    CHECK_NETWORK,
                    SIGN_IN,
                    RENEW_CREDENTIALS,
                    CHECK_CREDENTIALS,
                    ALLOW_ACTION,
                    USE_ACCOUNT,
                    ALLOW_CALLER_IDENTITY,
                    CREATE_TABLE_ELSEWHERE,
                    ASK_WHO_DELETES_TABLE,
                    ASK_WHO_DELETES_INDEX,
                    BRING_TABLE_BACK,
                    LOOK_AT_TABLE,
                    CORRECT_DEFINITION,
                    CORRECT_TABLE,
                    CORRECT_ATTRIBUTE_TYPE,
                    GIVE_ATTRIBUTE_TYPE,
                    REPLACE_OR_RENAME_INDEX,
                    NAME_IT_AGAIN,
                    LOWER_CAPACITY,
                    LEAVE_OUT_BACKFILL_CAPACITY,
                    MAKE_ROOM_FOR_INDEX,
                    ASK_FOR_LESS_CAPACITY,
                    TRY_LATER,
                    CHOOSE_STATE,
                    RUN_AGAIN,
                    REPORT -> step.plainWords();
        };
    }
}
