package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.LiveTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A change that was decided, announced and may be sent.
 *
 * @param works what it is about
 * @param sending makes the call
 * @param effect what an accepted call means for them
 */
record Change(List<? extends Work> works, Sending sending, Effect effect) {

    /** What kind of change it is. */
    enum Effect {
        /** Something is made. */
        CREATION {
            @Override
            void accepted(Work work, Moment now) {
                work.accepted(now);
            }
        },
        /** An index is made with raised capacity: what it is to be lowered to is on disk first. */
        RAISED_CREATION {
            @Override
            void accepted(Work work, Moment now) {
                work.accepted(now);
            }
        },
        /** The capacity of an index is lowered. */
        LOWERING {
            @Override
            void accepted(Work work, Moment now) {
                if (work instanceof IndexWork index) {
                    index.saidToBeLowered(now);
                }
            }
        },
        /** An index goes: it can't be had back, so that it will go is on disk first. */
        DELETION {
            @Override
            void accepted(Work work, Moment now) {
                if (work instanceof IndexWork index) {
                    index.saidToGo(now);
                }
            }
        };

        /** The call was accepted: looks will show it sooner or later. */
        abstract void accepted(Work work, Moment now);

        /** Whether what announces it has to outlast a crash before it is sent. */
        boolean isDurableFirst() {
            return this == DELETION || this == RAISED_CREATION;
        }
    }

    /** The indexes that it makes. */
    List<IndexWork> creations() {
        return effect == Effect.CREATION || effect == Effect.RAISED_CREATION ? indexes() : List.of();
    }

    /** The indexes that it deletes. */
    List<IndexWork> deletions() {
        return effect == Effect.DELETION ? indexes() : List.of();
    }

    /** The indexes that it is about. */
    List<IndexWork> indexes() {
        return works.stream()
                .filter(IndexWork.class::isInstance)
                .map(IndexWork.class::cast)
                .toList();
    }

    /** Makes the call, and gives what came of it. */
    @FunctionalInterface
    interface Sending {
        void send(Caller caller, Consumer<Caller.Result<Optional<LiveTable>>> then);
    }
}
