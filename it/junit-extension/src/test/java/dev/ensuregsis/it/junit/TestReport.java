package dev.ensuregsis.it.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What Surefire reports of one project.
 *
 * @param tests how many ran
 * @param failed how many of them failed
 * @param text the reports as they are
 */
record TestReport(int tests, int failed, String text) {
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"\\d+\" failures=\"(\\d+)\"");

    static TestReport of(String project) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(reports(project), "TEST-*.xml")) {
            for (var file : files) {
                text.append(Files.readString(file));
            }
        }
        int tests = 0;
        int failed = 0;
        var suites = SUITE.matcher(text);
        while (suites.find()) {
            tests += Integer.parseInt(suites.group(1));
            failed += Integer.parseInt(suites.group(2)) + Integer.parseInt(suites.group(3));
        }
        return new TestReport(tests, failed, text.toString());
    }

    private static Path reports(String project) {
        return UsersBuild.PROJECTS.resolve(project).resolve("target").resolve("surefire-reports");
    }
}
