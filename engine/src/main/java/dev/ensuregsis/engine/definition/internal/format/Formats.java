package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All formats: a new one is one new class and one line here. */
public final class Formats {
    /** In the order in which they are asked; each is told by something that none before it has. */
    private static final List<DefinitionFormat> ALL = List.of(
            new ServerlessFormat(),
            new CloudFormationFormat(),
            new GetTemplateFormat(),
            new TerraformFormat(),
            new TerraformConfigurationFormat(),
            new WorkbenchFormat(),
            new DescribeTableFormat(),
            new RequestFormat(),
            new IndexListFormat(),
            new TableMapFormat());

    /** A block of Terraform's own language, which is neither JSON nor YAML. */
    private static final Pattern HCL = Pattern.compile("(?m)^(resource|module|data)\\s+\"[^\"]*\"[^{}\\n]*\\{");

    private Formats() {}

    /** Reads a file in whichever format it is; what is wrong with it goes to the faults. */
    public static Findings read(SourceFile file, FormatSettings settings, Faults faults) {
        var findings = new Findings(file, settings, faults);
        if (!Documents.isBracketed(file.text()) && HCL.matcher(file.text()).find()) {
            faults.add(Place.of(file.name()), TerraformConfigurationFormat.ADVICE);
            return findings;
        }
        var document = findings.document();
        formatOf(document)
                .ifPresentOrElse(
                        format -> format.read(document, findings),
                        () -> faults.add(document, unknown(document, settings)));
        return findings;
    }

    private static Optional<DefinitionFormat> formatOf(Node document) {
        return ALL.stream().filter(format -> format.recognizes(document)).findFirst();
    }

    private static String unknown(Node document, FormatSettings settings) {
        return Lookalikes.advice(document)
                .map(advice -> "not a definitions file: it looks like " + advice)
                .orElseGet(() -> "not a definitions file of any format that is read: " + titles(settings));
    }

    private static String titles(FormatSettings settings) {
        return ALL.stream().map(format -> format.title(settings)).collect(Collectors.joining("; "));
    }
}
