package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.LockOwner;
import java.time.Duration;

/**
 * What a run has a state by.
 *
 * @param token drawn by the run, and known to nobody else: who finds it in the head has the lease
 * @param lasts how long it is good after it was taken or renewed
 * @param owner who has it, for people
 */
record Lease(String token, Duration lasts, LockOwner owner) {}
