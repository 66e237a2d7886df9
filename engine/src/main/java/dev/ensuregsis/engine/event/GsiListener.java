package dev.ensuregsis.engine.event;

/**
 * Is told what a run does. Events arrive one at a time, in order, on the run's own thread, so a listener should be
 * quick. What a listener throws is dropped: it can't break the run.
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
}
