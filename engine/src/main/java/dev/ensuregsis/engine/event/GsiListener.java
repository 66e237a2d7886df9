package dev.ensuregsis.engine.event;

/**
 * Is told what a run does. Events arrive one at a time, in order, on the run's own thread, so a listener should be
 * quick. An exception that a listener throws is dropped: it can't break the run. An {@link Error} ends the run, with its
 * state kept and a report.
 */
@FunctionalInterface
public interface GsiListener {

    /** Listens to nothing. */
    GsiListener SILENT = event -> {};

    /**
     * Something happened.
     *
     * @param event what
     */
    void onEvent(GsiEvent event);

    /**
     * This listener, and then another: an exception of this one keeps nothing from the other.
     *
     * @param next who is told after this one
     * @return a listener that tells both
     */
    default GsiListener andThen(GsiListener next) {
        var first = harmless();
        return event -> {
            first.onEvent(event);
            next.onEvent(event);
        };
    }

    /**
     * This listener, made harmless: an exception that it throws is dropped.
     *
     * @return a listener that throws no exception
     */
    default GsiListener harmless() {
        return event -> {
            try {
                onEvent(event);
            } catch (RuntimeException dropped) {
                System.getLogger(GsiListener.class.getName())
                        .log(System.Logger.Level.DEBUG, "a listener threw on " + event, dropped);
            }
        };
    }
}
