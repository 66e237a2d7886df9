package dev.ensuregsis.it;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Mavens of which each is to do what is promised of all: where a test takes one of them it is its version that matters.
 * The process that is kept is as good as one of its own then, and is taken where there is one.
 */
enum SupportedMaven {
    OLDEST(RealMaven.OLDEST),
    CURRENT(RealMaven.CURRENT) {
        @Override
        RealMaven.Result run(Path directory, String... arguments) throws IOException {
            return WarmMaven.run(directory, Map.of(), arguments);
        }

        @Override
        RealMaven.Result run(Path directory, DynamoDbEndpoint database, String... arguments) throws IOException {
            return WarmMaven.run(directory, WarmMaven.keys(database), arguments);
        }
    },
    NEXT(RealMaven.NEXT);

    private final String version;

    SupportedMaven(String version) {
        this.version = version;
    }

    RealMaven inItsOwnProcess() {
        return new RealMaven(version);
    }

    /** Runs it where no database is known but the one that it may start. */
    RealMaven.Result run(Path directory, String... arguments) throws IOException, InterruptedException {
        return inItsOwnProcess().run(directory, Map.of(), arguments);
    }

    /** Runs it where this database is found and no other. */
    RealMaven.Result run(Path directory, DynamoDbEndpoint database, String... arguments)
            throws IOException, InterruptedException {
        return inItsOwnProcess().run(directory, RealMaven.keys(database), arguments);
    }
}
