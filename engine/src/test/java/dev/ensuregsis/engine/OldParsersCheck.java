package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Run only with the tests that the execution {@code old-parsers} repeats: those have to meet the old ones. */
class OldParsersCheck {

    @Test
    void theParsersAreTheOldOnes() {
        assertThat(new JsonFactory().version()).hasToString("2.15.4");
        assertThat(Yaml.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .endsWith("snakeyaml-1.33.jar");
    }
}
