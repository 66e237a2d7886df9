package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.event.Failure;
import java.time.Duration;

/** The words for what the reconciler itself finds wrong, where DynamoDB has made no objection. */
final class Objections {
    private Objections() {}

    static Failure indexDiffers(String difference) {
        return new Failure(
                Failure.INDEX_DIFFERS,
                "the index exists, but is not what is defined:" + difference,
                "An index can't be changed, only deleted and made anew; this tool deletes nothing.",
                false,
                "Correct the definition, give the index a new name, or delete the live one yourself"
                        + " (aws dynamodb update-table); then retry the failed ones.");
    }

    static Failure tableDiffers(String difference) {
        return new Failure(
                "TableDiffers",
                "the table exists, but its own key is not what is defined:" + difference,
                "This may be another table of the same name; it was not touched.",
                false,
                "Correct the definition or the table's name, then retry the failed ones.");
    }

    static Failure attributeTypeDiffers(String attribute, AttributeType defined, AttributeType live) {
        return new Failure(
                "AttributeTypeDiffers",
                "attribute \"" + attribute + "\" is defined as " + defined + ", but the live table has it as " + live,
                "An attribute has one type in all keys of a table.",
                false,
                "Write AttributeType " + live + " in the definition, or use another attribute.");
    }

    static Failure attributeTypeMissing(String attribute) {
        return new Failure(
                "AttributeTypeMissing",
                "neither the definition nor the live table says of which type attribute \"" + attribute + "\" is",
                "A key attribute that the table doesn't use in a key yet needs its type in the definition.",
                false,
                "Add {\"AttributeName\": \"" + attribute + "\", \"AttributeType\": \"S\"} (or N, B) to the"
                        + " AttributeDefinitions.");
    }

    static Failure tableMissing(String tableName) {
        return new Failure(
                "TableMissing",
                "table \"" + tableName + "\" does not exist in this account and region",
                "An index needs its table.",
                false,
                "Check account, region, gsi.tableNamePrefix and the table's name; or let missing tables be created:"
                        + " gsi.createTables=true.");
    }

    static Failure tableHasNoKey(String tableName) {
        return new Failure(
                "TableMissing",
                "table \"" + tableName + "\" does not exist, and its definition lists only indexes",
                "Creating it takes its own key too.",
                false,
                "Give the whole table in the definition: \"" + tableName + "\": {\"KeySchema\": […],"
                        + " \"AttributeDefinitions\": […], \"GlobalSecondaryIndexes\": […]}.");
    }

    static Failure beyondCreateTable(String tableName, TableCreation creation) {
        return new Failure(
                "TableNotCreatable",
                "the definition of table \"" + tableName + "\" asks for what CreateTable can't carry: "
                        + String.join("; ", creation.beyondCreateTable()),
                "No table is made with less safety than its definition says.",
                false,
                "Create the table with the tool that owns its definition, then run again for its indexes.");
    }

    static Failure tableUnusable(LiveTable table) {
        return new Failure(
                "TableUnusable",
                "the table is " + table.status(),
                "No index can be created on it in this status.",
                false,
                "Bring the table back to ACTIVE, then retry the failed ones.");
    }

    static Failure neverAppeared(String what, Duration patience) {
        return new Failure(
                "NeverAppeared",
                "accepted, but never appeared: DynamoDB took the call, and " + patience.toSeconds() + " s later " + what
                        + " is still in no answer",
                "Either somebody deleted it at once, or this endpoint does not carry out such calls.",
                false,
                "Look at the table (aws dynamodb describe-table); if it is an emulator, use another one.");
    }

    static Failure vanished() {
        return new Failure(
                "IndexVanished",
                "the index was there during this run and has gone",
                "Somebody deleted it while this run was at work.",
                true,
                "Find out who deletes it (CloudTrail: UpdateTable), then retry the failed ones.");
    }
}
