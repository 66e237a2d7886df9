package dev.ensuregsis.engine.internal.retry;

/**
 * The circumstances of a call that failed, as far as the meaning of an error depends on them.
 *
 * @param operation which call
 * @param subject the table or index it was about, for messages
 * @param tableCreatedByThisRun whether this run has just created the table
 * @param answeredBefore whether any call of this run has had an answer
 */
public record Circumstances(
        Operation operation, String subject, boolean tableCreatedByThisRun, boolean answeredBefore) {

    /** The calls, under the API's names. */
    public enum Operation {
        /** A look. */
        DESCRIBE_TABLE("dynamodb:DescribeTable"),
        /** Which tables there are, asked of emulators only. */
        LIST_TABLES("dynamodb:ListTables"),
        /** A page of items. */
        SCAN("dynamodb:Scan"),
        /** A table with its indexes. */
        CREATE_TABLE("dynamodb:CreateTable"),
        /** One index. */
        UPDATE_TABLE("dynamodb:UpdateTable"),
        /** The deletion of one index. */
        DELETE_INDEX("dynamodb:UpdateTable"),
        /** Another capacity of one index. */
        CHANGE_CAPACITY("dynamodb:UpdateTable");

        private final String action;

        Operation(String action) {
            this.action = action;
        }

        /**
         * The action that an IAM policy has to allow for it.
         *
         * @return like {@code dynamodb:DescribeTable}
         */
        public String action() {
            return action;
        }
    }
}
