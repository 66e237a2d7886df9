package dev.ensuregsis.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;

/** What takes more than five things is a record that is missing. Of every module. */
public final class ConstructorRule {
    private static final int MOST = 5;

    private ConstructorRule() {}

    /** Fails where it is broken. */
    public static void check(JavaClasses classes) {
        constructors()
                .that()
                .areDeclaredInClassesThat(describe(
                        "are written with constructors, and no records",
                        declaring -> !declaring.isRecord() && !declaring.isEnum() && !declaring.isAnonymousClass()))
                .should(be(describe("of at most five parameters", constructor -> parameters(constructor) <= MOST)))
                .check(classes);
    }

    /** As they are written: an inner class is given the one around it besides. */
    private static int parameters(JavaConstructor constructor) {
        var declaring = constructor.getOwner();
        var inner = declaring.isInnerClass() && !declaring.getModifiers().contains(JavaModifier.STATIC);
        return constructor.getRawParameterTypes().size() - (inner ? 1 : 0);
    }
}
