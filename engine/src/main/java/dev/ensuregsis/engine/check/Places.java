package dev.ensuregsis.engine.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far the reading of one table has come, from which it can go on.
 *
 * @param subject what is read and asked for: a check of another can't go on from here
 * @param seed by which the parts were put in order
 * @param parts how many parts there are
 * @param begun how many of them, in that order, are begun or read
 * @param open those of them that are not read to their end, by their number in that order
 * @param read what was read in the others
 * @param squares how much those differ, by index
 * @param complete whether all was read that was to be
 */
public record Places(
        String subject,
        long seed,
        int parts,
        int begun,
        Map<Integer, OpenPart> open,
        Tally read,
        Map<String, Squares> squares,
        boolean complete) {

    /** Copies the maps. */
    public Places {
        open = Map.copyOf(open);
        squares = Map.copyOf(squares);
    }

    /**
     * All that was read.
     *
     * @return what was read in parts that are read to their end, and in those that are not
     */
    public Tally all() {
        var all = read;
        for (var part : open.values()) {
            all = all.plus(part.read());
        }
        return all;
    }

    /**
     * A part that is begun.
     *
     * @param after the key up to which it is read; null for its beginning
     * @param read what was read in it
     */
    public record OpenPart(@Nullable Map<String, AttributeValue> after, Tally read) {
        /** Copies the map. */
        public OpenPart {
            after = after == null ? null : Map.copyOf(after);
        }
    }
}
