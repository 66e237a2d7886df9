package dev.ensuregsis.local.internal.strict;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/** How AWS refuses a request. */
sealed interface Refusal {

    /** What all refusals of a parameter's value begin with. */
    String INVALID = "One or more parameter values were invalid: ";

    /** The request is not valid. */
    record Invalid(String message) implements Refusal {}

    /** What it is about is in use. */
    record InUse(String message) implements Refusal {}

    /** A transaction is cancelled, with a reason for each of its items. */
    record Cancelled(List<CancellationReason> reasons) implements Refusal {
        public Cancelled {
            reasons = List.copyOf(reasons);
        }
    }

    /** A parameter has a value that it can't have. */
    static Refusal invalidValue(String what) {
        return new Invalid(INVALID + what);
    }
}
