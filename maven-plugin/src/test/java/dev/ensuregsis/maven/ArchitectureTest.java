package dev.ensuregsis.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** This door uses what the engine says is API, and nothing else of it. */
class ArchitectureTest {
    @Test
    void nothingOfTheEnginesInsideIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ensuregsis.engine..internal..")
                .check(new ClassFileImporter()
                        .importUrl(CreateMojo.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()));
    }
}
