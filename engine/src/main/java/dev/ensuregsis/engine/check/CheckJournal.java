package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.MisfitReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps the misfits of a check, and the places from which it can go on. Called on the thread that runs the check. What it
 * throws ends the check.
 */
public interface CheckJournal {

    /** Keeps nothing. */
    CheckJournal NONE = new CheckJournal() {
        @Override
        public boolean wantsMisfits() {
            return false;
        }

        @Override
        public Optional<Places> reached(String tableName) {
            return Optional.empty();
        }

        @Override
        public void misfits(List<Misfit> misfits) {}

        @Override
        public void reached(String tableName, Supplier<Places> places) {}

        @Override
        public void restarted(String tableName) {}
    };

    /**
     * Whether misfits are to be handed over: their table keys are read only then.
     *
     * @return true if so
     */
    boolean wantsMisfits();

    /**
     * How far an earlier check came.
     *
     * @param tableName the table
     * @return the places; empty if there are none
     */
    Optional<Places> reached(String tableName);

    /**
     * The places of this table can't be used: what was kept of it no longer counts.
     *
     * @param tableName the table
     */
    void restarted(String tableName);

    /**
     * Misfits of a page; the page's places come right after them.
     *
     * @param misfits the misfits
     */
    void misfits(List<Misfit> misfits);

    /**
     * A page has been read. What was handed over before belongs to these places.
     *
     * @param tableName the table
     * @param places how far it is now; asked for only where it is to be kept
     */
    void reached(String tableName, Supplier<Places> places);

    /**
     * One item that one index leaves out.
     *
     * @param index the index
     * @param key the item's key in the table
     * @param reasons why
     */
    record Misfit(IndexId index, Map<String, AttributeValue> key, List<MisfitReason> reasons) {
        /** Copies the collections. */
        public Misfit {
            key = Map.copyOf(key);
            reasons = List.copyOf(reasons);
        }
    }
}
