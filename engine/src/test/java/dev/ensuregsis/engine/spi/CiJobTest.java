package dev.ensuregsis.engine.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CiJobTest {
    @Test
    void eachServerHasItsVariables() {
        assertThat(CiJob.link(Map.of(
                        "GITHUB_SERVER_URL",
                        "https://github.com",
                        "GITHUB_REPOSITORY",
                        "acme/flights",
                        "GITHUB_RUN_ID",
                        "17")))
                .contains("https://github.com/acme/flights/actions/runs/17");
        assertThat(CiJob.link(Map.of("CI_JOB_URL", "https://gitlab.example/acme/flights/-/jobs/17")))
                .contains("https://gitlab.example/acme/flights/-/jobs/17");
        assertThat(CiJob.link(Map.of("BUILD_URL", "https://ci.example/job/flights/17/")))
                .contains("https://ci.example/job/flights/17/");
        assertThat(CiJob.link(Map.of())).isEmpty();
    }

    @Test
    void aLinkLosesWhatMayBeASecret() {
        assertThat(CiJob.link(Map.of("BUILD_URL", "https://user:secret@ci.example/job/17?token=secret#secret")))
                .contains("https://ci.example/job/17");
        assertThat(CiJob.link(Map.of("BUILD_URL", "javascript:alert(1)"))).isEmpty();
    }
}
