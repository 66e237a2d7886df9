package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for what the reconciler itself finds wrong, where DynamoDB has made no objection. */
final class Objections {
    private Objections() {}

    static Failure indexDiffers(IndexId index, String difference) {
        return new Failure(
                FailureKind.DIFFERS,
                "IndexDiffers",
                "the index exists, but is not what is defined:" + difference,
                "An index can't be changed, only deleted and made anew; this run deletes nothing.",
                false,
                new NextStep(Kind.REPLACE_OR_RENAME_INDEX, index.tableName() + "/" + index.indexName()));
    }

    static Failure changedSinceShown(String shown, String live, @Nullable String defined) {
        return new Failure(
                FailureKind.DIFFERS,
                "IndexChanged",
                "the index is not the one that was to go:" + System.lineSeparator()
                        + "  shown    " + shown + System.lineSeparator()
                        + "  live     " + live
                        + (defined == null ? "" : System.lineSeparator() + "  defined  " + defined),
                "Somebody has made another in its place; it was not touched.",
                false,
                NextStep.of(Kind.NAME_IT_AGAIN));
    }

    static Failure shapeNotTold() {
        return new Failure(
                FailureKind.UNUSABLE,
                "ShapeNotTold",
                "this endpoint doesn't tell the index's key and projection",
                "What can't be made again is not deleted.",
                false,
                NextStep.of(Kind.LOOK_AT_TABLE));
    }

    static Failure neverWent(Duration patience) {
        return new Failure(
                FailureKind.NEVER_APPEARED,
                "NeverDeleted",
                "accepted, but nothing came of it: DynamoDB took the deletion, and " + patience.toSeconds()
                        + " s later the index is as it was",
                "This endpoint may not carry out such calls.",
                false,
                NextStep.of(Kind.LOOK_AT_TABLE));
    }

    static Failure projectionsTooMany(int attributes) {
        return new Failure(
                FailureKind.QUOTA,
                "ProjectionQuota",
                "without the old index, all INCLUDE projections of the table would name " + attributes
                        + " attributes with the new one, repeats counted; DynamoDB allows 100",
                "The old index was not deleted: it could not be made as defined.",
                false,
                NextStep.of(Kind.CORRECT_DEFINITION));
    }

    static Failure onDemandHasNoWriteCapacity(String tableName) {
        return new Failure(
                FailureKind.DEFINITION,
                "NoWriteCapacity",
                "table \"" + tableName
                        + "\" is paid for on demand: its indexes have no write capacity that could be raised"
                        + " for a build",
                "Nothing was changed.",
                false,
                NextStep.of(Kind.LEAVE_OUT_BACKFILL_CAPACITY));
    }

    static Failure capacityStays(String tableName, String indexName, RaisedCapacity capacity) {
        return new Failure(
                FailureKind.TRIES_USED_UP,
                "CapacityNotLowered",
                "the index is ACTIVE, and still has the " + capacity.write()
                        + " write capacity units that it was built with, instead of "
                        + capacity.restore().write(),
                "It is paid for until it is lowered.",
                true,
                new NextStep(Kind.LOWER_CAPACITY, lowering(tableName, indexName, capacity)));
    }

    /** The command that does it by hand. */
    static String lowering(String tableName, String indexName, RaisedCapacity capacity) {
        return "aws dynamodb update-table --table-name " + tableName
                + " --global-secondary-index-updates '[{\"Update\":{\"IndexName\":\"" + indexName
                + "\",\"ProvisionedThroughput\":{\"ReadCapacityUnits\":"
                + capacity.restore().read()
                + ",\"WriteCapacityUnits\":" + capacity.restore().write() + "}}}]'";
    }

    static Failure noCapacityKnown() {
        return new Failure(
                FailureKind.DEFINITION,
                "CapacityMissing",
                "the table has provisioned capacity, and neither the definition nor the endpoint says which the index is"
                        + " to have",
                "The old index was not deleted: it could not be made as defined.",
                false,
                NextStep.of(Kind.CORRECT_DEFINITION));
    }

    static Failure tableDiffers(String difference) {
        return new Failure(
                FailureKind.DIFFERS,
                "TableDiffers",
                "the table exists, but its own key is not what is defined:" + difference,
                "This may be another table of the same name; it was not touched.",
                false,
                NextStep.of(Kind.CORRECT_TABLE));
    }

    static Failure attributeTypeDiffers(String attribute, AttributeType defined, AttributeType live) {
        return new Failure(
                FailureKind.DEFINITION,
                "AttributeTypeDiffers",
                "attribute \"" + attribute + "\" is defined as " + defined + ", but the live table has it as " + live,
                "An attribute has one type in all keys of a table.",
                false,
                new NextStep(Kind.CORRECT_ATTRIBUTE_TYPE, live.name()));
    }

    static Failure attributeTypeMissing(String attribute) {
        return new Failure(
                FailureKind.DEFINITION,
                "AttributeTypeMissing",
                "neither the definition nor the live table says of which type attribute \"" + attribute + "\" is",
                "A key attribute that the table doesn't use in a key yet needs its type in the definition.",
                false,
                new NextStep(Kind.GIVE_ATTRIBUTE_TYPE, attribute));
    }

    static Failure tableMissing(String tableName) {
        return new Failure(
                FailureKind.MISSING,
                "TableMissing",
                "table \"" + tableName + "\" does not exist in this account and region",
                "An index needs its table.",
                false,
                NextStep.of(Kind.FIND_TABLE));
    }

    static Failure tableHasNoKey(String tableName) {
        return new Failure(
                FailureKind.MISSING,
                "TableMissing",
                "table \"" + tableName + "\" does not exist, and its definition lists only indexes",
                "Creating it takes its own key too.",
                false,
                new NextStep(Kind.GIVE_WHOLE_TABLE, tableName));
    }

    static Failure beyondCreateTable(String tableName, TableCreation creation) {
        return new Failure(
                FailureKind.DEFINITION,
                "TableNotCreatable",
                "the definition of table \"" + tableName + "\" asks for what CreateTable can't carry: "
                        + creation.beyondCreateTable().stream()
                                .map(beyond -> beyond.setting() + ": " + beyond.why())
                                .collect(Collectors.joining("; ")),
                "No table is made with less safety than its definition says.",
                false,
                NextStep.of(Kind.CREATE_TABLE_ELSEWHERE));
    }

    static Failure tableUnusable(LiveTable table) {
        return new Failure(
                FailureKind.UNUSABLE,
                "TableUnusable",
                "the table is " + table.status(),
                "No index can be created on it in this status.",
                false,
                NextStep.of(Kind.BRING_TABLE_BACK));
    }

    static Failure neverAppeared(String what, Duration patience) {
        return new Failure(
                FailureKind.NEVER_APPEARED,
                "NeverAppeared",
                "accepted, but never appeared: DynamoDB took the call, and " + patience.toSeconds() + " s later " + what
                        + " is still in no answer",
                "Either somebody deleted it at once, or this endpoint does not carry out such calls.",
                false,
                NextStep.of(Kind.LOOK_AT_TABLE));
    }

    static Failure vanished() {
        return new Failure(
                FailureKind.VANISHED,
                "IndexVanished",
                "the index was there during this run and has gone",
                "Somebody deleted it while this run was at work.",
                true,
                NextStep.of(Kind.ASK_WHO_DELETES_INDEX));
    }

    static Failure notAnsweredYet() {
        return new Failure(
                FailureKind.PASSING,
                "NoAnswerYet",
                "no answer has come yet",
                "The table is looked at again; the others don't wait for it.",
                true,
                NextStep.of(Kind.CHECK_NETWORK));
    }
}
