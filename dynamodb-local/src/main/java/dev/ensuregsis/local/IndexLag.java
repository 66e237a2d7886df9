package dev.ensuregsis.local;

/**
 * The hand on what the global secondary indexes of one database show. On AWS an index is a moment behind its table; a test
 * that holds the indexes sees that moment for as long as it likes, and need not sleep.
 *
 * <p>Table, local secondary indexes, streams and counts show each write at once, whatever is done here. Nothing here ever
 * blocks a read or a write. Thread-safe; each call has taken effect for all clients when it returns.
 *
 * @since 0.1
 * @see EmbeddedServer#newDatabase(DatabaseOptions)
 */
public interface IndexLag {

    /**
     * Has all global secondary indexes stand still: they show what they would have shown at this moment, until {@link
     * #catchUp()} or {@link #release()}. An index that is added while they are held is built from that, and a table that is
     * made while they are held has empty ones. Held already, nothing happens.
     */
    void hold();

    /**
     * Brings all that was answered before this call into the indexes, however short the time since. What is held stays held,
     * at what it shows then.
     */
    void catchUp();

    /**
     * Ends a hold: from now on each write shows when its time has come, and those whose time came meanwhile show at once. Not
     * held, nothing happens.
     */
    void release();
}
