package dev.ensuregsis.engine.spi;

/** Says, at the last moment before a change of DynamoDB leaves this process, whether it still may. Thread-safe. */
@FunctionalInterface
public interface ChangeGuard {

    /**
     * Looks, and blocks for nothing.
     *
     * @throws ControlPlaneException with {@link ControlPlaneFault.NotSent} if the change may not leave now
     */
    void check();
}
