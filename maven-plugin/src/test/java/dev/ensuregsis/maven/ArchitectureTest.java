package dev.ensuregsis.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ensuregsis.local.ConstructorRule;
import java.nio.charset.Charset;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** This door uses what the engine says is API, and nothing else of it. */
class ArchitectureTest {
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .importUrl(CreateMojo.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void nothingOfTheEnginesInsideIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ensuregsis.engine..internal..")
                .check(PLUGIN);
    }

    @Test
    void wholeFilesAreWrittenByTheEnginesWriterAndOutlastACrash() {
        noClasses()
                .should()
                .callMethod(Files.class, "move", Path.class, Path.class, CopyOption[].class)
                .orShould()
                .callMethod(Files.class, "writeString", Path.class, CharSequence.class, OpenOption[].class)
                .orShould()
                .callMethod(
                        Files.class, "writeString", Path.class, CharSequence.class, Charset.class, OpenOption[].class)
                .because("WholeFile is the one writer of whole files")
                .check(PLUGIN);
    }

    @Test
    void whatTakesMoreThanFiveThingsIsARecordThatIsMissing() {
        ConstructorRule.check(PLUGIN);
    }
}
