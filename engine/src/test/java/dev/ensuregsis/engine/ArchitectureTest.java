package dev.ensuregsis.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ensuregsis.engine.internal.reconcile.SystemTimeline;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.local.ConstructorRule;
import dev.ensuregsis.local.DoorNames;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packages of the engine may know of each other, and of the world. */
class ArchitectureTest {
    private static final String ENGINE = "dev.ensuregsis.engine";

    /** From top to bottom: each knows those below it, and none above. */
    private static final List<String> LAYERS = List.of(
            ENGINE,
            ENGINE + ".state",
            ENGINE + ".internal.check",
            ENGINE + ".internal.reconcile",
            ENGINE + ".internal.estimate",
            ENGINE + ".internal.retry",
            ENGINE + ".internal.statetable",
            ENGINE + ".internal.control",
            ENGINE + ".internal.state",
            ENGINE + ".check",
            ENGINE + ".event",
            ENGINE + ".estimate",
            ENGINE + ".spi",
            ENGINE + ".definition..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(GsiEngine.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void noPackageKnowsOneAboveIt() {
        for (int i = 1; i < LAYERS.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(LAYERS.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LAYERS.subList(0, i).toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        classes().should(be(resideInAnyPackage(LAYERS.toArray(String[]::new)))).check(CLASSES);
    }

    @Test
    void reconcilingReachesForNoFileAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".internal.reconcile")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "software.amazon..")
                .check(CLASSES);
    }

    /** What decides about a lease is told what time it is; one class asks the machine, one the table. */
    @Test
    void aLeaseHasNoClockOfItsOwnAndOneWayToTheNetwork() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".internal.statetable")
                .and()
                .doNotHaveSimpleName("SystemTableTime")
                .should()
                .accessTargetWhere(takenFromTheMachine())
                .check(CLASSES);
    }

    @Test
    void reconcilingHasNoClockAndNoChanceOfItsOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ENGINE + ".internal.check", ENGINE + ".internal.reconcile", ENGINE + ".internal.retry")
                .and()
                .doNotBelongToAnyOf(SystemTimeline.class)
                .should()
                .accessTargetWhere(takenFromTheMachine())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> takenFromTheMachine() {
        return describe("time, sleep or chance of this machine", access -> isOfTheMachine(access.getTarget()));
    }

    private static boolean isOfTheMachine(AccessTarget target) {
        var owner = target.getOwner();
        return (target.getName().equals("now") && owner.getPackageName().startsWith("java.time"))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                || (owner.isEquivalentTo(Thread.class) && target.getName().equals("sleep"))
                || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"))
                || List.of(Clock.class, InstantSource.class, Random.class, ThreadLocalRandom.class, UUID.class).stream()
                        .anyMatch(owner::isEquivalentTo);
    }

    @Test
    void whatIsApiSaysNothingOfWhatIsNot() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .should(be(describe("free of internal types", ArchitectureTest::isFreeOfInternalTypes)))
                .check(CLASSES);
    }

    private static boolean isFreeOfInternalTypes(JavaMethod method) {
        return Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                .noneMatch(type -> type.getPackageName().contains(".internal"));
    }

    @Test
    void noNameIsAShrug() {
        for (var shrug : List.of("Impl", "Util", "Utils", "Helper", "Manager")) {
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(GsiStateManager.class)
                    .should()
                    .haveSimpleNameEndingWith(shrug)
                    .check(CLASSES);
        }
    }

    @Test
    void whatTakesMoreThanFiveThingsIsARecordThatIsMissing() {
        ConstructorRule.check(CLASSES);
    }

    /** A failure says by its kind what comes next; each door has its own words for that. */
    @Test
    void noDoorIsNamed() throws Exception {
        assertThat(DoorNames.in(GsiEngine.class)).isEmpty();
    }

    @Test
    void theClassesAreThere() {
        assertThat(CLASSES).extracting(JavaClass::getSimpleName).contains("ReconcileLoop", "FromSdk", "Verdict");
    }
}
