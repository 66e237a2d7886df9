package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;

/** What one goal does. */
public interface Goal {

    /**
     * Its name.
     *
     * @return the name, without prefix
     */
    String name();

    /**
     * Reads all options that are its own, and refuses what is wrong with any before it looks at anything.
     *
     * @param invocation what the user gave, in which build
     * @return what came of it
     * @throws RefusedException if it can't work with what the user gave
     * @throws IOException if it could not run
     * @throws InterruptedException if the thread is interrupted
     */
    Outcome run(Invocation invocation) throws RefusedException, IOException, InterruptedException;
}
