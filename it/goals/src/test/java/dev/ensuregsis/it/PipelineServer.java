package dev.ensuregsis.it;

import dev.ensuregsis.it.PipelineStep.Publish;
import dev.ensuregsis.it.PipelineStep.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs jobs, each in a workspace and a home of its own: nothing of one is left for the next on its machine. */
final class PipelineServer {
    private final Path folder;
    private final Map<String, String> environment;
    private int jobs;

    /** What a job ended with, and what it left. */
    record Job(RealMaven.Result result, List<String> published) {
        private Job with(RealMaven.Result end) {
            return new Job(end, published);
        }

        private Job publishing(String path) {
            return new Job(
                    result, Stream.concat(published.stream(), Stream.of(path)).toList());
        }
    }

    /** Something that happens to a script while it runs. */
    interface Incident {
        void happen(RealMaven.Running script) throws IOException, InterruptedException;
    }

    PipelineServer(Path folder, RealMaven maven, Map<String, String> secrets) throws IOException {
        this.folder = folder;
        maven.putCommandInto(Files.createDirectory(folder.resolve("bin")));
        this.environment = new HashMap<>(secrets);
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    }

    Job run(Path sources, List<PipelineStep> steps, Incident incident) throws IOException, InterruptedException {
        var workspace = Files.createDirectories(folder.resolve("job-" + ++jobs)).resolve("workspace");
        Project.copyFolder(sources, workspace);
        var job = new Job(new RealMaven.Result(0, ""), List.of());
        for (var step : steps) {
            if (job.result().exitCode() != 0 && !step.always()) {
                continue;
            }
            if (step instanceof Shell shell) {
                var script = start(shell, workspace);
                incident.happen(script);
                job = job.with(script.end());
            } else if (step instanceof Publish publish && Files.exists(workspace.resolve(publish.path()))) {
                job = job.publishing(publish.path());
            }
        }
        return job;
    }

    private RealMaven.Running start(Shell shell, Path workspace) throws IOException {
        var all = new HashMap<>(environment);
        all.putAll(shell.environment());
        all.put("HOME", Files.createDirectory(workspace.resolveSibling("home")).toString());
        return RealMaven.start(List.of("bash", "-e", "-c", shell.script()), workspace, all);
    }
}
