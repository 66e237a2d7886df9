package dev.ensuregsis.junit.internal;

import dev.ensuregsis.local.LocalServerException;
import dev.ensuregsis.local.NextStep;

/** Says what to do about a server that can't be had, in the words of who writes {@code @EnsureGsis} and its parameters. */
final class ServerFailure implements NextStep.Words {
    private static final ServerFailure WORDS = new ServerFailure();

    private ServerFailure() {}

    /** The message with its next step. */
    static String told(LocalServerException failure) {
        return failure.getMessage()
                + failure.nextStep().map(step -> " " + step.in(WORDS)).orElse("");
    }

    @Override
    public String allowHost(String host) {
        return host
                + " is not this machine; if it is a DynamoDB made for tests, allow it by the configuration parameter"
                + " gsi.allowedHosts=" + host + ".";
    }

    @Override
    public String leaveAws() {
        return "That is AWS itself: leave the endpoint out to test on a DynamoDB Local in this JVM; mvn gsi:create is for"
                + " accounts.";
    }

    @Override
    public String chooseImage() {
        return "Another can be named (gsi.containerImage).";
    }

    @Override
    public String shareDatabase() {
        return "Or use isolation SHARED.";
    }
}
