package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/retries.md says what the code does. */
class RetriesPageTest {
    private static final Path PAGE = Path.of("../docs/retries.md");

    @ParameterizedTest
    @EnumSource
    void showsThePolicyOfEachClass(RetryClass retryClass) throws IOException {
        var policy = retryClass.defaults();
        var row = rowOf(retryClass);

        assertThat(row[3])
                .isEqualTo(
                        policy.maxAttempts() == RetryPolicy.UNLIMITED
                                ? "no bound"
                                : String.valueOf(policy.maxAttempts()));
        assertThat(row[4]).isEqualTo(policy.base().toSeconds() + " s");
        assertThat(row[5]).isEqualTo(policy.cap().toSeconds() + " s");
        assertThat(row[6]).isEqualTo(policy.usesAttempt() ? "yes" : "no");
    }

    @Test
    void showsNoClassThatThereIsNot() throws IOException {
        var keys = Arrays.stream(RetryClass.values()).map(RetryClass::key).collect(Collectors.toSet());

        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| `"))
                .allSatisfy(line -> assertThat(keys).contains(line.split("`", 3)[1]));
    }

    private static String[] rowOf(RetryClass retryClass) throws IOException {
        var line = Files.readAllLines(PAGE).stream()
                .filter(candidate -> candidate.startsWith("| `" + retryClass.key() + "`"))
                .findFirst()
                .orElseThrow();
        return line.split(" *\\| *", -1);
    }
}
