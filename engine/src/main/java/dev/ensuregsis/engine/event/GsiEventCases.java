package dev.ensuregsis.engine.event;

/**
 * A case for each kind of event, so that whoever tells apart all of them forgets none. A listener that wants to hear
 * of few may ask with {@code instanceof} instead: further kinds may come with a new version.
 *
 * @param <R> what they give
 */
public interface GsiEventCases<R> {

    /**
     * {@link GsiEvent.RunStarted}.
     *
     * @param event the event
     * @return what comes of it
     */
    R runStarted(GsiEvent.RunStarted event);

    /**
     * {@link GsiEvent.StateLoaded}.
     *
     * @param event the event
     * @return what comes of it
     */
    R stateLoaded(GsiEvent.StateLoaded event);

    /**
     * {@link GsiEvent.NotSeenYet}.
     *
     * @param event the event
     * @return what comes of it
     */
    R notSeenYet(GsiEvent.NotSeenYet event);

    /**
     * {@link GsiEvent.Warned}.
     *
     * @param event the event
     * @return what comes of it
     */
    R warned(GsiEvent.Warned event);

    /**
     * {@link GsiEvent.IndexSkipped}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexSkipped(GsiEvent.IndexSkipped event);

    /**
     * {@link GsiEvent.IndexLeft}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexLeft(GsiEvent.IndexLeft event);

    /**
     * {@link GsiEvent.CreatingTable}.
     *
     * @param event the event
     * @return what comes of it
     */
    R creatingTable(GsiEvent.CreatingTable event);

    /**
     * {@link GsiEvent.CreatingIndex}.
     *
     * @param event the event
     * @return what comes of it
     */
    R creatingIndex(GsiEvent.CreatingIndex event);

    /**
     * {@link GsiEvent.CreationAccepted}.
     *
     * @param event the event
     * @return what comes of it
     */
    R creationAccepted(GsiEvent.CreationAccepted event);

    /**
     * {@link GsiEvent.DeletingIndex}.
     *
     * @param event the event
     * @return what comes of it
     */
    R deletingIndex(GsiEvent.DeletingIndex event);

    /**
     * {@link GsiEvent.IndexDeleted}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexDeleted(GsiEvent.IndexDeleted event);

    /**
     * {@link GsiEvent.IndexTakenUp}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexTakenUp(GsiEvent.IndexTakenUp event);

    /**
     * {@link GsiEvent.Waiting}.
     *
     * @param event the event
     * @return what comes of it
     */
    R waiting(GsiEvent.Waiting event);

    /**
     * {@link GsiEvent.SlowedDown}.
     *
     * @param event the event
     * @return what comes of it
     */
    R slowedDown(GsiEvent.SlowedDown event);

    /**
     * {@link GsiEvent.AttemptFailed}.
     *
     * @param event the event
     * @return what comes of it
     */
    R attemptFailed(GsiEvent.AttemptFailed event);

    /**
     * {@link GsiEvent.IndexCreated}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexCreated(GsiEvent.IndexCreated event);

    /**
     * {@link GsiEvent.IndexFailed}.
     *
     * @param event the event
     * @return what comes of it
     */
    R indexFailed(GsiEvent.IndexFailed event);

    /**
     * {@link GsiEvent.TableEnsured}.
     *
     * @param event the event
     * @return what comes of it
     */
    R tableEnsured(GsiEvent.TableEnsured event);

    /**
     * {@link GsiEvent.TableFailed}.
     *
     * @param event the event
     * @return what comes of it
     */
    R tableFailed(GsiEvent.TableFailed event);

    /**
     * {@link GsiEvent.RetryingFailed}.
     *
     * @param event the event
     * @return what comes of it
     */
    R retryingFailed(GsiEvent.RetryingFailed event);

    /**
     * {@link GsiEvent.RunAborted}.
     *
     * @param event the event
     * @return what comes of it
     */
    R runAborted(GsiEvent.RunAborted event);

    /**
     * {@link GsiEvent.StateArchived}.
     *
     * @param event the event
     * @return what comes of it
     */
    R stateArchived(GsiEvent.StateArchived event);
}
