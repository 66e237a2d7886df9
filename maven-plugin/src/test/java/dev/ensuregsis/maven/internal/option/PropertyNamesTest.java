package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PropertyNamesTest {

    @Test
    void areThoseOfTheDescriptor() throws IOException {
        var inDescriptor = new TreeSet<String>();
        Pattern.compile("\\$\\{(gsi\\.\\w+)}")
                .matcher(Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml")))
                .results()
                .forEach(found -> inDescriptor.add(found.group(1)));

        assertThat(new TreeSet<>(PropertyNames.OF_GOALS)).isEqualTo(inDescriptor);
    }

    @Test
    void aTypoIsRefusedWithWhatWasMeant() {
        assertThat(faults(List.of("gsi.acount", "gsi.retryfailed", "gsi.colourOfTheSky"), List.of()))
                .containsExactly(
                        "gsi.acount is not a property of this plugin: did you mean gsi.account?",
                        "gsi.colourOfTheSky is not a property of this plugin: mvn gsi:help -Ddetail lists them",
                        "gsi.retryfailed is not a property of this plugin: did you mean gsi.retryFailed?");
    }

    @Test
    void othersAreLeftAlone() {
        assertThat(faults(
                        List.of(
                                "gsi.region",
                                "gsi.server",
                                "gsi.retry.throttling.base",
                                "maven.repo.local",
                                "gsi.version"),
                        List.of("gsi.version")))
                .isEmpty();
    }

    private static List<String> faults(List<String> typed, List<String> ofProject) {
        var options = new OptionReader(Map.of());
        PropertyNames.check(options, typed, ofProject);
        return options.faults();
    }

    @Test
    void everyPropertyIsRefusedEmptyUnlessThatMeansSomething() {
        var options = new OptionReader(Map.of());
        var empty = new HashMap<String, String>();
        PropertyNames.OF_GOALS.forEach(name -> empty.put(name, " "));
        empty.put("gsi.retry.look.cap", "");
        empty.put("gsi.server", "");

        PropertyNames.checkValues(options, empty);

        assertThat(options.faults())
                .hasSize(PropertyNames.OF_GOALS.size() - 1)
                .allMatch(fault -> fault.contains(" is empty: "))
                .noneMatch(fault -> fault.startsWith("gsi.tableNamePrefix") || fault.startsWith("gsi.server "));
    }
}
