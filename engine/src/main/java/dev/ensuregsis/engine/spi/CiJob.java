package dev.ensuregsis.engine.spi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a CI server shows the job that runs this process, by the variables that it sets. Pure. */
final class CiJob {
    private static final int LONGEST = 1024;

    private CiJob() {}

    /** The job's page, without its query, which may hold a secret; empty where no server that is known runs it. */
    static Optional<String> link(Map<String, String> environment) {
        return Stream.<Function<Map<String, String>, @Nullable String>>of(
                        CiJob::gitHub,
                        of("CI_JOB_URL"), // GitLab
                        of("BUILD_URL"), // Jenkins
                        of("BUILDKITE_BUILD_URL"),
                        of("CIRCLE_BUILD_URL"),
                        of("TRAVIS_BUILD_WEB_URL"),
                        of("CODEBUILD_PUBLIC_BUILD_URL"),
                        CiJob::azure,
                        CiJob::bitbucket)
                .map(server -> server.apply(environment))
                .flatMap(Stream::ofNullable)
                .map(CiJob::withoutSecrets)
                .filter(link -> link.startsWith("http") && link.length() <= LONGEST)
                .findFirst();
    }

    private static Function<Map<String, String>, @Nullable String> of(String variable) {
        return environment -> environment.get(variable);
    }

    private static @Nullable String gitHub(Map<String, String> environment) {
        var server = environment.get("GITHUB_SERVER_URL");
        var repository = environment.get("GITHUB_REPOSITORY");
        var run = environment.get("GITHUB_RUN_ID");
        return server == null || repository == null || run == null
                ? null
                : server + "/" + repository + "/actions/runs/" + run;
    }

    private static @Nullable String azure(Map<String, String> environment) {
        var server = environment.get("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI");
        var project = environment.get("SYSTEM_TEAMPROJECT");
        var build = environment.get("BUILD_BUILDID");
        // Its page is named by a query; what stands before that is the project's list of builds.
        return server == null || project == null || build == null
                ? null
                : server.replaceFirst("/$", "") + "/" + project + "/_build/results/" + build;
    }

    private static @Nullable String bitbucket(Map<String, String> environment) {
        var origin = environment.get("BITBUCKET_GIT_HTTP_ORIGIN");
        var build = environment.get("BITBUCKET_BUILD_NUMBER");
        return origin == null || build == null ? null : origin + "/pipelines/results/" + build;
    }

    private static String withoutSecrets(String link) {
        return link.replaceFirst("[?#].*", "").replaceFirst("(?<=//)[^/@]*@", "");
    }
}
