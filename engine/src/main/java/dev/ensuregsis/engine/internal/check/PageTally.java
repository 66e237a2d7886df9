package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CheckJournal.Misfit;
import dev.ensuregsis.engine.check.IndexTally;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.Tally;
import dev.ensuregsis.engine.definition.IndexFit;
import dev.ensuregsis.engine.spi.ItemPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a page comes to: the counts, and nothing else of its items that was not asked for.
 *
 * @param last the key after which the next page begins; null if the part is read
 * @param read the counts
 * @param misfits the misfits' keys, if they are wanted
 */
record PageTally(@Nullable Map<String, AttributeValue> last, Tally read, List<Misfit> misfits) {

    /**
     * Counts a page.
     *
     * @param page the page
     * @param subject what it is held against
     * @param estimatedUnits what it took, where the endpoint doesn't tell
     * @param wantsMisfits whether the misfits' keys are wanted
     */
    static PageTally of(ItemPage page, Subject subject, double estimatedUnits, boolean wantsMisfits) {
        var misfits = new ArrayList<Misfit>();
        var tallies = new HashMap<String, IndexTally>();
        for (var index : subject.indexes()) {
            var counting = new Counting();
            for (var item : page.items()) {
                var fit = IndexFit.of(item, index.key(), index.types());
                counting.add(fit);
                if (wantsMisfits && fit instanceof IndexFit.Misfit misfit) {
                    misfits.add(new Misfit(index.id(), key(item, subject.tableKey()), misfit.reasons()));
                }
            }
            tallies.put(index.id().indexName(), counting.tally());
        }
        var units = page.readUnits() == null ? estimatedUnits : page.readUnits();
        return new PageTally(page.last(), new Tally(page.items().size(), units, tallies), misfits);
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item, List<String> tableKey) {
        var key = new HashMap<String, AttributeValue>();
        for (var attribute : tableKey) {
            var value = item.get(attribute);
            if (value != null) {
                key.put(attribute, value);
            }
        }
        return key;
    }

    private static final class Counting {
        private long indexed;
        private long sparse;
        private long misfits;
        private final Map<Reason, Long> reasons = new HashMap<>();

        void add(IndexFit fit) {
            if (fit instanceof IndexFit.Misfit misfit) {
                misfits++;
                misfit.reasons().forEach(reason -> reasons.merge(Reason.of(reason), 1L, Long::sum));
            } else if (fit instanceof IndexFit.Sparse) {
                sparse++;
            } else {
                indexed++;
            }
        }

        IndexTally tally() {
            return new IndexTally(indexed, sparse, misfits, reasons);
        }
    }
}
