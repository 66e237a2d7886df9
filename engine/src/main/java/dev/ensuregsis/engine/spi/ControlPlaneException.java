package dev.ensuregsis.engine.spi;

/** A call to the control plane that did not succeed. */
public final class ControlPlaneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ControlPlaneFault fault;

    /**
     * Wraps a fault.
     *
     * @param fault what went wrong
     * @param cause the exception that said so
     */
    public ControlPlaneException(ControlPlaneFault fault, Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    /**
     * A fault without a cause of its own, as a simulated account throws it.
     *
     * @param fault what went wrong
     */
    public ControlPlaneException(ControlPlaneFault fault) {
        super(fault.message());
        this.fault = fault;
    }

    /**
     * What went wrong.
     *
     * @return the raw facts
     */
    public ControlPlaneFault fault() {
        return fault;
    }
}
