package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run may change something: in the account that the user named, and in the DynamoDB that the state is about. Pure.
 *
 * @param expectedAccount the account that the user named; null for any
 * @param recorded the DynamoDB that the state is about
 * @param place where the state is kept, for messages
 * @param local whether the endpoint is an emulator, which has no account to protect
 */
public record RightTarget(@Nullable String expectedAccount, Target recorded, String place, boolean local) {

    /** That of a run which goes on with what its journal has found. */
    static RightTarget of(Assignment assignment, Journal journal) {
        return new RightTarget(
                assignment.expectedAccount(),
                journal.earlierRuns().target(),
                journal.store().place(),
                assignment.options().rules().local());
    }

    /**
     * Why the run must not go on with what the first looks found.
     *
     * @param found what they found
     * @return why not; empty if it may
     */
    public Optional<Failure> objection(Target found) {
        var account = found.accountId();
        if (expectedAccount != null && account != null && !expectedAccount.equals(account)) {
            return Optional.of(otherAccount(account, expectedAccount));
        }
        var toCompareWith = expectedAccount != null ? expectedAccount : recorded.accountId();
        if (toCompareWith != null && lacksAccount(found)) {
            return Optional.of(
                    local
                            ? emulatorWithoutAccount(toCompareWith)
                            : unknownAccount("this run is to be about account " + toCompareWith));
        }
        return recorded.conflictWith(found).map(this::otherTarget);
    }

    /**
     * Whether there is an account to compare with, and nothing to compare. An emulator's is one only if the user named
     * it: what is created there would show it, and then it would be too late.
     *
     * @param found what the first looks found
     * @return true if the account has to be known and isn't
     */
    public boolean lacksAccount(Target found) {
        return found.accountId() == null && (expectedAccount != null || (recorded.accountId() != null && !local));
    }

    /** Why a state that is kept by account can't be read; empty where it isn't for want of the account. */
    static Optional<Failure> stateLacksAccount(String place, @Nullable String account) {
        return account == null
                ? Optional.of(unknownAccount("the state " + place + " is kept by account"))
                : Optional.empty();
    }

    /** Why a table that was looked at later can't belong to the run; empty if it can. */
    static Optional<Failure> objection(LiveTable table, @Nullable String account) {
        return table.accountId()
                .filter(own -> account != null && !own.equals(account))
                .map(own -> credentialsChanged(table, own, String.valueOf(account)));
    }

    /** The same objection, where it came to light only later: it says nothing of what was not changed. */
    static Failure tooLate(Failure objection) {
        return new Failure(
                objection.kind(),
                objection.code(),
                objection.message(),
                "It showed only when the run had begun: what it changed until then stays, and nothing more is changed.",
                objection.waitingHelps(),
                objection.nextStep());
    }

    private static Failure otherAccount(String account, String expected) {
        return new Failure(
                FailureKind.TARGET,
                "OtherAccount",
                "the credentials lead to account " + account + ", but account " + expected + " is expected",
                "Nothing was changed.",
                false,
                new NextStep(Kind.USE_ACCOUNT, expected));
    }

    private static Failure unknownAccount(String why) {
        return new Failure(
                FailureKind.TARGET,
                "UnknownAccount",
                "it can't be told which account the credentials belong to, and " + why,
                "No table that could be seen tells it, nor do the credentials or sts:GetCallerIdentity. Nothing was changed.",
                false,
                NextStep.of(Kind.ALLOW_CALLER_IDENTITY));
    }

    private static Failure emulatorWithoutAccount(String expected) {
        return new Failure(
                FailureKind.TARGET,
                "UnknownAccount",
                "an emulator on this machine has no table yet that shows an account, and account " + expected
                        + " is expected",
                "An emulator has no account to protect. Nothing was changed.",
                false,
                new NextStep(Kind.USE_ACCOUNT, expected));
    }

    private Failure otherTarget(Target.Conflict conflict) {
        return new Failure(
                FailureKind.TARGET,
                "OtherTarget",
                String.valueOf(new StateException.OtherTarget(place, conflict).getMessage()),
                "Nothing was changed.",
                false,
                NextStep.of(Kind.KEEP_STATE_APART));
    }

    private static Failure credentialsChanged(LiveTable table, String own, String account) {
        return new Failure(
                FailureKind.TARGET,
                "OtherAccount",
                "table \"" + table.name() + "\" belongs to account " + own + ", but this run is about account "
                        + account,
                "The credentials changed under the run.",
                false,
                NextStep.of(Kind.CHECK_CREDENTIALS));
    }
}
