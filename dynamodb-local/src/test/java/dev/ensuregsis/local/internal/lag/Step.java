package dev.ensuregsis.local.internal.lag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a history. */
sealed interface Step {

    /** How a write gets there. */
    enum By {
        ITEM,
        UPDATE,
        BATCH,
        TRANSACTION,
        STATEMENT
    }

    /** An item is put; without a passenger it is in no index. */
    record Put(By by, String id, @Nullable String passenger) implements Step {}

    /** An item is deleted. */
    record Delete(By by, String id) implements Step {}

    /** Several are put in one transaction, which is refused. */
    record Refused(List<String> ids) implements Step {}

    /** Time goes by. */
    record Wait(int milliseconds) implements Step {}

    /** The indexes are held. */
    record Hold() implements Step {}

    /** They catch up. */
    record CatchUp() implements Step {}

    /** They are released. */
    record Release() implements Step {}

    /** The table is deleted, and made again. */
    record Recreate() implements Step {}
}
