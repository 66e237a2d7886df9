package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.console.InterruptionText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Saves the state when the process is told to end (Ctrl-C, SIGTERM) while a run is going on. The state is sealed first:
 * the run, which goes on for a moment, can record nothing more and therefore starts nothing more.
 */
final class Interruption implements AutoCloseable {
    private final GsiStateManager state;
    private final OpenReplacements replacements;
    private final Thread run = Thread.currentThread();
    private final Thread hook = new Thread(this::saveAndTell, "gsi-interruption");

    private Interruption(GsiStateManager state, OpenReplacements replacements) {
        this.state = state;
        this.replacements = replacements;
    }

    static Interruption guard(GsiStateManager state) {
        return guard(state, new OpenReplacements());
    }

    /** The same for a run that deletes what it replaces: it ends when what it deleted was asked for again. */
    static Interruption guard(GsiStateManager state, OpenReplacements replacements) {
        var interruption = new Interruption(state, replacements);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void saveAndTell() {
        // Maven 4 has closed its log and System.out by now.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        replacements.end(open -> InterruptionText.goingOn(open).forEach(out::println));
        try {
            state.seal();
            InterruptionText.SAVED.forEach(out::println);
        } catch (StateException notSaved) {
            InterruptionText.notSaved(notSaved).forEach(out::println);
        }
        endRun();
    }

    /** Nothing more is recorded, so the run can end and be reported. */
    private void endRun() {
        run.interrupt();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is at work.
        }
    }
}
