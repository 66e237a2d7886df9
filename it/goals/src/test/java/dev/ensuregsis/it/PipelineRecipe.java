package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.it.PipelineStep.Publish;
import dev.ensuregsis.it.PipelineStep.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The pipelines of docs/deploying.md, each read as its server reads it. */
enum PipelineRecipe {
    GITHUB_ACTIONS("GitHub Actions", "yaml") {
        private static final Set<String> NOT_HERE = Set.of("checkout", "setup-java", "configure-aws-credentials");

        @Override
        List<PipelineStep> steps() throws IOException {
            var steps = new ArrayList<PipelineStep>();
            for (var item : list(map(map(yaml(text()), "jobs"), "indexes"), "steps")) {
                @SuppressWarnings("unchecked")
                var step = (Map<String, Object>) item;
                if (step.containsKey("run")) {
                    steps.add(new Shell(string(step, "run"), Map.of()));
                    continue;
                }
                var action = string(step, "uses").replaceFirst("^[\\w-]+/", "").replaceFirst("@v\\d+$", "");
                var always = "always()".equals(step.get("if"));
                switch (action) {
                    case "upload-artifact" -> steps.add(new Publish(string(map(step, "with"), "path"), always));
                    default -> assertThat(NOT_HERE).contains(action);
                }
            }
            return steps;
        }

        @Override
        boolean runsOneJobAtATime() throws IOException {
            var concurrency = map(map(map(yaml(text()), "jobs"), "indexes"), "concurrency");
            return Boolean.FALSE.equals(concurrency.get("cancel-in-progress")) && concurrency.containsKey("group");
        }
    },

    GITLAB("GitLab", "yaml") {
        @Override
        List<PipelineStep> steps() throws IOException {
            var job = map(yaml(text()), "indexes");
            var artifacts = map(job, "artifacts");
            var script = new ArrayList<>(list(job, "before_script"));
            script.addAll(list(job, "script"));
            var environment = new HashMap<String, String>();
            map(job, "variables").forEach((name, value) -> environment.put(name, String.valueOf(value)));
            map(job, "id_tokens").keySet().forEach(name -> environment.put(name, "token"));
            return List.of(
                    new Shell(
                            String.join(
                                    "\n", script.stream().map(String::valueOf).toList()),
                            environment),
                    new Publish(
                            String.valueOf(list(artifacts, "paths").get(0)), "always".equals(artifacts.get("when"))));
        }

        @Override
        boolean runsOneJobAtATime() throws IOException {
            return map(yaml(text()), "indexes").containsKey("resource_group");
        }
    },

    JENKINS("Jenkins", "groovy") {
        @Override
        List<PipelineStep> steps() throws IOException {
            return List.of(
                    new Shell(found("sh '([^']+)'"), Map.of()),
                    new Publish(found("post \\{ always \\{ archiveArtifacts artifacts: '([^']+)'"), true));
        }

        @Override
        boolean runsOneJobAtATime() throws IOException {
            return text().contains("disableConcurrentBuilds()");
        }

        private String found(String pattern) throws IOException {
            var matcher = Pattern.compile(pattern).matcher(text());
            assertThat(matcher.find()).as(pattern).isTrue();
            return matcher.group(1);
        }
    };

    private static final Path PAGE = Path.of(System.getProperty("it.docs")).resolve("deploying.md");

    private final String heading;
    private final String language;

    PipelineRecipe(String heading, String language) {
        this.heading = heading;
        this.language = language;
    }

    /** What one job does. */
    abstract List<PipelineStep> steps() throws IOException;

    abstract boolean runsOneJobAtATime() throws IOException;

    /** The block of code that stands below the heading. */
    final String text() throws IOException {
        var page = Files.readString(PAGE);
        var block = Pattern.compile("(?ms)^" + heading + "[^\n]*:.*?^```" + language + "\\n(.*?)^```")
                .matcher(page);
        assertThat(block.find()).as("a recipe for " + heading).isTrue();
        return block.group(1);
    }

    private static Map<String, Object> yaml(String text) {
        return new Yaml().load(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> parent, String key) {
        return (List<Object>) parent.getOrDefault(key, List.of());
    }

    private static String string(Map<String, Object> parent, String key) {
        assertThat(parent).containsKey(key);
        return String.valueOf(parent.get(key));
    }
}
