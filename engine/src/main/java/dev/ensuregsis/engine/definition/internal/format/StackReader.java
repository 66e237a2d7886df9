package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.cloudformation.Fragments;
import dev.ensuregsis.engine.definition.internal.cloudformation.StackResource;
import dev.ensuregsis.engine.definition.internal.cloudformation.Steps;
import dev.ensuregsis.engine.definition.internal.cloudformation.TableResource;
import dev.ensuregsis.engine.definition.internal.cloudformation.Template;
import dev.ensuregsis.engine.definition.internal.document.LocalFiles;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Deployment;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a stack: its template, the fragments that it includes, and the stacks nested in it. Not thread-safe. */
final class StackReader {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_STACKS = 500;

    private final Findings findings;
    private final Deployment deployment;
    private final LocalFiles files;
    private final Steps steps = new Steps();
    private int stacks;

    StackReader(Findings findings, Deployment deployment, LocalFiles files) {
        this.findings = findings;
        this.deployment = deployment;
        this.files = files;
    }

    /** Reads a template with the values that the user and its deployment give it. */
    void read(Node.Mapping template) {
        read(template, findings.file().path(), findings.settings().values(deployment), 0);
    }

    private void read(Node.Mapping template, @Nullable Path file, SuppliedValues values, int depth) {
        Fragments fragments = (name, location, at) -> fragment(name, location, at, file);
        for (var resource : Template.resources(template, values, fragments, steps)) {
            if (resource instanceof TableResource table) {
                table(table);
            } else if (resource instanceof StackResource.Nested stack) {
                nested(stack, file, values, depth);
            } else if (resource instanceof StackResource.NotRead missed) {
                findings.addUnread(missed.cause(), missed.what(), missed.at(), missed.because());
            }
        }
    }

    private void table(TableResource resource) {
        if (resource.table() instanceof Node.Mapping table) {
            findings.realName(resource.logicalId(), resource.tableName(), () -> table)
                    .ifPresent(name -> findings.addDeployed(
                            TableIdentity.of(name, resource.logicalId(), deployment.environment()),
                            table,
                            resource.beyondCreateTable()));
        } else {
            findings.faults()
                    .add(
                            resource.table(),
                            "table \"" + resource.logicalId() + "\" is "
                                    + resource.table().description());
        }
    }

    private void nested(StackResource.Nested stack, @Nullable Path file, SuppliedValues values, int depth) {
        if (depth >= MAX_DEPTH || ++stacks > MAX_STACKS) {
            unread(stack, "stacks are read " + MAX_DEPTH + " deep, and " + MAX_STACKS + " of them");
            return;
        }
        var because = "its template is known only once it is deployed";
        for (var location : stack.locations()) {
            var found = find(location, file);
            if (found instanceof LocalFiles.Found.File there && there.content() instanceof Node.Mapping template) {
                read(template, there.path(), values.with(stack.parameters()), depth + 1);
                return;
            }
            because = found instanceof LocalFiles.Found.Nothing nothing
                    ? location.description() + " " + nothing.because()
                    : location instanceof Node.Unresolved unresolved ? unresolved.reason() : because;
        }
        unread(stack, because);
    }

    private void unread(StackResource.Nested stack, String because) {
        findings.addUnread(
                Unread.Cause.OUT_OF_REACH, "the nested stack \"" + stack.logicalId() + "\"", stack.at(), because);
    }

    /** By the name of a file, or by the hash under which the assembly's manifest has it; null if it is neither. */
    private LocalFiles.@Nullable Found find(Node location, @Nullable Path from) {
        for (var asset : deployment.assets().entrySet()) {
            if (mentions(location, asset.getKey())) {
                return files.find(
                        asset.getValue(), asset.getValue().getFileName().toString());
            }
        }
        return location instanceof Node.Scalar name ? files.find(from, name.text()) : null;
    }

    private static boolean mentions(Node node, String hash) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().values().stream().anyMatch(value -> mentions(value, hash));
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().anyMatch(item -> mentions(item, hash))
                : node instanceof Node.Scalar text && text.text().contains(hash);
    }

    private Node fragment(String name, @Nullable Node location, Node at, @Nullable Path from) {
        if (!name.equals("AWS::Include")) {
            return missed("what the macro " + name + " makes of the template", at, "macros aren't run");
        }
        if (!(location instanceof Node.Scalar file)) {
            return missed("the fragment of AWS::Include", at, "where it lies can't be resolved");
        }
        var found = files.find(from, file.text());
        return found instanceof LocalFiles.Found.File there
                ? there.content()
                : missed("the fragment " + file.text(), at, "it " + ((LocalFiles.Found.Nothing) found).because());
    }

    private Node missed(String what, Node at, String because) {
        findings.addUnread(Unread.Cause.OUT_OF_REACH, what, at, because);
        return new Node.Unresolved(at.position(), what + " isn't read: " + because);
    }
}
