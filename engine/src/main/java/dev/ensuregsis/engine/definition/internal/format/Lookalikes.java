package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that people have beside their definitions and name by mistake: what each is, and what to name instead. */
final class Lookalikes {
    private record Lookalike(Set<String> keys, String advice) {
        boolean is(Node.Mapping root) {
            return keys.stream().allMatch(root::has);
        }
    }

    /** The most telling first. */
    private static final List<Lookalike> ALL = List.of(
            of("a state file of ours, which says what was done: name the definitions", "gsis", "script_name"),
            of(
                    "the manifest of a cdk.out: name the folder that it lies in, so that the environments of its stacks"
                            + " are known",
                    "artifacts",
                    "version"),
            of("cdk.json: run cdk synth, and name its cdk.out", "app"),
            of(
                    "list-tables output, which has no more than names: make one file of each table with aws dynamodb"
                            + " describe-table",
                    "TableNames"),
            of("items, as scan and query print them: make a file of the table with describe-table", "Items"),
            of("package.json of a Node.js project", "name", "version", "dependencies"),
            of("package.json of a Node.js project", "name", "scripts"),
            of("a description of an HTTP API", "openapi"),
            of("a description of an HTTP API", "swagger"),
            of(
                    "a Kubernetes manifest: make a file of the table that it leads to with aws dynamodb describe-table",
                    "apiVersion",
                    "kind"),
            of("a project of Pulumi: make a file of each table with aws dynamodb describe-table", "name", "runtime"),
            of("a state of Pulumi: make a file of each table with aws dynamodb describe-table", "deployment"),
            of(
                    "a Compose file, of Docker or of the Serverless Framework: name the definitions of each service",
                    "services"),
            of(
                    "output of a CloudFormation call that has no template: use aws cloudformation get-template",
                    "StackResources"),
            of("output of a CloudFormation call that has no template: use aws cloudformation get-template", "Stacks"));

    private Lookalikes() {}

    private static Lookalike of(String advice, String... keys) {
        return new Lookalike(Set.of(keys), advice);
    }

    /** What a document looks like, and what to do; empty if nobody knows. */
    static Optional<String> advice(Node document) {
        return document instanceof Node.Mapping root
                ? ALL.stream()
                        .filter(lookalike -> lookalike.is(root))
                        .map(Lookalike::advice)
                        .findFirst()
                : Optional.empty();
    }
}
