package dev.ensuregsis.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The README's samples, put where it says: a project of somebody who has nothing else. */
final class Readme {
    private final String text;
    private final String version;

    Readme(Path readme, String version) throws IOException {
        this.text = Files.readString(readme);
        this.version = version;
    }

    /** Writes a project from them; what the README leaves out is what any project has. */
    Path project(Path folder) throws IOException {
        write(folder.resolve("src/main/resources/gsis.json"), block("json"));
        write(folder.resolve("src/test/java/FlightsTest.java"), """
                import static org.junit.jupiter.api.Assertions.assertEquals;

                import dev.ensuregsis.junit.EnsureGsis;
                import java.util.Map;
                import org.junit.jupiter.api.Test;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

                """ + block("java"));
        write(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>stranger</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>%s</dependencies>
                  <build><plugins>
                    %s
                    <plugin>
                      <artifactId>maven-surefire-plugin</artifactId>
                      <version>3.6.1</version>
                    </plugin>
                    <plugin>
                      <artifactId>maven-compiler-plugin</artifactId>
                      <version>3.14.1</version>
                    </plugin>
                  </plugins></build>
                </project>
                """.formatted(
                        released(block("xml", "<dependency>")), released(block("xml", "<plugin>"))));
        return folder;
    }

    private String released(String sample) {
        return sample.replace("0.1.0-SNAPSHOT", version);
    }

    private String block(String language) {
        return block(language, "");
    }

    private String block(String language, String beginning) {
        var found = Pattern.compile("```" + language + "\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new AssertionError("The README has no sample in " + language + " that begins with " + beginning);
        }
        return found.group(1);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
