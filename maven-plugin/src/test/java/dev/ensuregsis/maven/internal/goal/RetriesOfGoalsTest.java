package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every goal that looks at tables takes what the user says of retries, and refuses the same of it. */
class RetriesOfGoalsTest {
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int NO_BODY = -1;

    private final HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder = Path.of("");

    RetriesOfGoalsTest() throws IOException {}

    @BeforeEach
    void define() throws IOException {
        Files.writeString(folder.resolve("gsis.json"), """
                {"bookings": [{"IndexName": "agent-index",
                  "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]}]}
                """);
        broken.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            exchange.sendResponseHeaders(INTERNAL_SERVER_ERROR, NO_BODY);
            exchange.close();
        });
        broken.start();
    }

    @AfterEach
    void close() {
        broken.stop(0);
    }

    static List<Goal> goals() {
        var assignments = new Assignments();
        var connector = new Connector();
        var states = new StateOpener(connector);
        return List.of(
                new CreateGoal(assignments, connector, states),
                new PlanGoal(assignments, connector, states),
                new StatusGoal(assignments, connector, states),
                new CheckGoal(assignments, connector),
                new DeleteGoal(assignments, connector, states),
                new ReplaceGoal(assignments, connector, states));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aNameWithATypoIsRefused(Goal goal) {
        assertThatThrownBy(() -> run(goal, Map.of("gsi.retry.lok.attempts", "2")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("gsi.retry.lok.attempts");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aLookIsRepeatedAsOftenAsTheUserSays(Goal goal) throws Exception {
        try {
            run(goal, Map.of("gsi.retry.look.attempts", "2", "gsi.retry.serverError.attempts", "2"));
        } catch (CouldNotLookException unanswered) {
            assertThat(unanswered).hasMessageContaining("500");
        }

        assertThat(asked).hasSize(2).containsOnly("DynamoDB_20120810.DescribeTable");
    }

    private void run(Goal goal, Map<String, String> given) throws Exception {
        var all = new HashMap<>(given);
        all.put("gsi.endpoint", "http://127.0.0.1:" + broken.getAddress().getPort());
        if (goal.name().equals("replace")) {
            all.put("gsi.indexes", "bookings/agent-index");
        }
        var build = new Build(
                new Workplace(folder, List.of(folder), "airline", false),
                new TypedCommand(goal.name(), List.of("gsi:" + goal.name()), List.of(), Map.of()),
                Map.of(),
                false,
                false);
        goal.run(new Invocation(build, Services.NONE, new OptionReader(all), new Recorder()));
    }
}
