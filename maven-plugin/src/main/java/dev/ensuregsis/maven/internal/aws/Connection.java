package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.control.ControlPlane;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A DynamoDB that can be asked, until it is closed. */
public final class Connection implements AutoCloseable {
    private final ControlPlane controlPlane;
    private final SdkAutoCloseable client;

    Connection(ControlPlane controlPlane, SdkAutoCloseable client) {
        this.controlPlane = controlPlane;
        this.client = client;
    }

    /**
     * How the engine asks it.
     *
     * @return the control plane, usable until this is closed
     */
    public ControlPlane controlPlane() {
        return controlPlane;
    }

    @Override
    public void close() {
        client.close();
    }
}
