package dev.ensuregsis.it;

import dev.ensuregsis.it.PipelineStep.Overwrite;
import dev.ensuregsis.it.PipelineStep.Publish;
import dev.ensuregsis.it.PipelineStep.Restore;
import dev.ensuregsis.it.PipelineStep.Save;
import dev.ensuregsis.it.PipelineStep.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs jobs, each in a workspace of its own; what is left of one for the next is what its recipe keeps. */
final class PipelineServer {
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, Path> saved = new LinkedHashMap<>();
    private int jobs;

    /** What a job ended with, and what it left. */
    record Job(RealMaven.Result result, List<String> published, Path workspace, Path home) {
        /** The state file that the job could see; empty if there is none. */
        String state() {
            return Project.stateIn(workspace.resolve(".gsi/prod")) + Project.stateIn(home.resolve("gsi/prod"));
        }

        private Job with(RealMaven.Result end) {
            return new Job(end, published, workspace, home);
        }

        private Job publishing(String path) {
            return new Job(
                    result, Stream.concat(published.stream(), Stream.of(path)).toList(), workspace, home);
        }
    }

    /** Something that happens to a script while it runs. */
    interface Incident {
        void happen(RealMaven.Running script, Job job) throws IOException, InterruptedException;
    }

    PipelineServer(Path folder, RealMaven maven, Map<String, String> secrets) throws IOException {
        this.folder = folder;
        maven.putCommandInto(Files.createDirectory(folder.resolve("bin")));
        this.environment = new HashMap<>(secrets);
        environment.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    }

    Job run(Path sources, List<PipelineStep> steps, Incident incident) throws IOException, InterruptedException {
        var workspace = Files.createDirectories(folder.resolve("job-" + ++jobs)).resolve("workspace");
        Project.copyFolder(sources, workspace);
        var job = new Job(new RealMaven.Result(0, ""), List.of(), workspace, folder.resolve("home"));
        for (var step : steps) {
            if (job.result().exitCode() != 0 && !step.always()) {
                continue;
            }
            if (step instanceof Restore restore) {
                restore(restore, workspace);
            } else if (step instanceof Shell shell) {
                var script = start(shell, workspace);
                incident.happen(script, job);
                job = job.with(script.end());
            } else if (step instanceof Save save) {
                save(save, workspace);
            } else if (step instanceof Publish publish && Files.exists(workspace.resolve(publish.path()))) {
                job = job.publishing(publish.path());
            }
        }
        return job;
    }

    private RealMaven.Running start(Shell shell, Path workspace) throws IOException {
        var all = new HashMap<>(environment);
        all.putAll(shell.environment());
        return RealMaven.start(List.of("bash", "-e", "-c", shell.script()), workspace, all);
    }

    private void restore(Restore restore, Path workspace) throws IOException {
        Path newest = null;
        for (var entry : saved.entrySet()) {
            newest = entry.getKey().startsWith(restore.keyPrefix()) ? entry.getValue() : newest;
        }
        if (newest != null) {
            Project.copyFolder(newest, workspace.resolve(restore.path()));
        }
    }

    private void save(Save save, Path workspace) throws IOException {
        var kept = workspace.resolve(save.path());
        if (Files.exists(kept) && (save.overwrite() == Overwrite.REPLACES || !saved.containsKey(save.key()))) {
            saved.put(save.key(), kept);
        }
    }
}
