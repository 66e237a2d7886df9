package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.maven.internal.goal.Complaint;
import org.junit.jupiter.api.Test;

/** What Maven is told when a goal is red. */
class GsiMojoTest {
    @Test
    void aBuildFailsWithTheCauseIfThereIsOne() {
        var thrown = new IllegalStateException("nobody expects it");

        assertThat(GsiMojo.failure(new Complaint("broken off", thrown)))
                .hasMessage("broken off")
                .hasCause(thrown);
        assertThat(GsiMojo.failure(new Complaint("2 GSIs are pending", null))).hasNoCause();
    }
}
