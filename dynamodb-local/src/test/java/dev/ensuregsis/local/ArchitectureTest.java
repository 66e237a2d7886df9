package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void whatTakesMoreThanFiveThingsIsARecordThatIsMissing() {
        ConstructorRule.check(new ClassFileImporter()
                .importUrl(EmbeddedServer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()));
    }

    @Test
    void theRuleIsOneThatCanBeBroken() {
        assertThatThrownBy(() -> ConstructorRule.check(new ClassFileImporter().importClasses(Six.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Six");
    }

    /** Too many. */
    private static final class Six {
        @SuppressWarnings("unused")
        private Six(int one, int two, int three, int four, int five, int six) {}
    }
}
