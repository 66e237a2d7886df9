package dev.ensuregsis.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RemovalEngine;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.local.ConstructorRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This door uses what the engine says is API, and nothing else of it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = classesBeside(EnsureGsis.class);

    private static JavaClasses classesBeside(Class<?>... one) {
        return new ClassFileImporter()
                .importUrls(Stream.of(one)
                        .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                        .toList());
    }

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
                .that()
                .resideInAPackage("dev.ensuregsis.junit..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(IndexRemoval.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RemovalEngine.class)
                // Which of the engine's classes are such ones only they tell.
                .check(classesBeside(EnsureGsis.class, GsiEngine.class));
    }

    @Test
    void whatTakesMoreThanFiveThingsIsARecordThatIsMissing() {
        ConstructorRule.check(CLASSES);
    }
}
