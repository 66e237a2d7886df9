package dev.ensuregsis.maven.internal.embedded;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells the goals that come later in a session where its DynamoDB Local is: {@code ${gsi.embedded.endpoint}} and the like. */
final class PublishedProperties {
    private static final String PREFIX = "gsi.embedded.";

    private PublishedProperties() {}

    /**
     * Sets them in all modules, since others than the one that asked may run tests. Where they are set nothing is written: in a
     * parallel build others write there too.
     */
    static void in(MavenSession session, EmbeddedEndpoint endpoint) {
        var properties = of(endpoint);
        modules(session)
                .forEach(project -> properties.forEach((name, value) -> {
                    var ofProject = project.getProperties();
                    if (!value.equals(ofProject.getProperty(name))) {
                        ofProject.setProperty(name, value);
                    }
                }));
    }

    /** Where a goal forks a lifecycle, that works on copies of the modules; the goal itself is configured from what they are copied from. */
    private static Stream<MavenProject> modules(MavenSession session) {
        var graph = session.getProjectDependencyGraph();
        return graph == null
                ? session.getProjects().stream()
                : Stream.concat(session.getProjects().stream(), graph.getSortedProjects().stream());
    }

    private static Map<String, String> of(EmbeddedEndpoint endpoint) {
        return Map.of(
                PREFIX + "endpoint",
                endpoint.uri().toString(),
                PREFIX + "port",
                Integer.toString(endpoint.uri().getPort()),
                PREFIX + "region",
                EmbeddedEndpoint.REGION,
                PREFIX + "accessKeyId",
                EmbeddedEndpoint.ACCESS_KEY_ID);
    }
}
