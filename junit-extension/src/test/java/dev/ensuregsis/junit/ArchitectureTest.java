package dev.ensuregsis.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ensuregsis.engine.RemovalEngine;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.local.ConstructorRule;
import org.junit.jupiter.api.Test;

/** This door uses what the engine says is API, and nothing else of it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(EnsureGsis.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void nothingOfTheEnginesInsideIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ensuregsis.engine..internal..")
                .check(CLASSES);
    }

    @Test
    void theAnnotationHasNoMeansToDelete() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(IndexRemoval.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RemovalEngine.class)
                .check(CLASSES);
    }

    @Test
    void whatTakesMoreThanFiveThingsIsARecordThatIsMissing() {
        ConstructorRule.check(CLASSES);
    }
}
