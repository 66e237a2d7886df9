package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the resources of a plan, of a state as {@code terraform show -json} prints it, and of a raw state (version 4). */
public final class TerraformResources {
    private static final Set<String> TABLES = Set.of(TerraformTable.TYPE, TerraformIndex.TYPE);

    private final Configuration configuration;
    private final Consumer<Unread> unread;
    private final Map<String, Node> unknownByAddress = new HashMap<>();
    private final List<TerraformResource> found = new ArrayList<>();

    private TerraformResources(Node.Mapping root, Consumer<Unread> unread) {
        this.configuration = new Configuration(root);
        this.unread = unread;
    }

    /** Whether a document is one of the three. */
    public static boolean isTerraform(Node.Mapping root) {
        return isRawState(root)
                || (root.has("format_version") && (root.has("planned_values") || root.has("values")))
                || (root.has("terraform_version") && root.has("values"));
    }

    private static boolean isRawState(Node.Mapping root) {
        return root.has("terraform_version") && root.has("version") && root.has("resources");
    }

    /** All managed resources, of the root module and of those below it; tables that aren't among them are said. */
    public static TerraformResources of(Node.Mapping root, Consumer<Unread> unread) {
        var resources = new TerraformResources(root, unread);
        if (isRawState(root)) {
            each(root, "resources", resources::rawState);
            return resources;
        }
        each(
                root,
                "resource_changes",
                change -> mapping(change, "change")
                        .flatMap(what -> what.get("after_unknown"))
                        .ifPresent(after -> resources.unknownByAddress.put(text(change, "address"), after)));
        mapping(root, "planned_values")
                .or(() -> mapping(root, "values"))
                .flatMap(values -> mapping(values, "root_module"))
                .ifPresent(resources::module);
        resources.missed(root);
        return resources;
    }

    /** The resources, in order. */
    public List<TerraformResource> all() {
        return found;
    }

    /** The address, without instances' numbers, of the table that an index apart refers to, where the plan tells. */
    public Optional<String> tableOf(TerraformResource index) {
        return configuration.tableOf(index.address());
    }

    /** An address without instances' numbers. */
    public static String withoutIndexes(String address) {
        return Configuration.withoutIndexes(address);
    }

    private void module(Node.Mapping module) {
        each(module, "resources", resource -> {
            if (!text(resource, "mode").equals("managed")) {
                return;
            }
            var address = text(resource, "address");
            var type = text(resource, "type");
            var values = mapping(resource, "values");
            if (resource.has("deposed_key")) {
                say(type, Unread.Cause.BEING_DELETED, address, resource, "it was replaced, and is to be destroyed");
            } else if (values.isEmpty()) {
                say(type, Unread.Cause.KNOWN_LATER, address, resource, "its values are known only after apply");
            } else {
                add(address, type, AfterApply.mark(values.get(), unknownByAddress.get(address)));
            }
        });
        each(module, "child_modules", this::module);
    }

    private void rawState(Node.Mapping resource) {
        if (!text(resource, "mode").equals("managed")) {
            return;
        }
        var module = text(resource, "module");
        var type = text(resource, "type");
        var address = (module.isEmpty() ? "" : module + ".") + type + "." + text(resource, "name");
        each(resource, "instances", instance -> {
            var values = mapping(instance, "attributes");
            var own = address + index(instance);
            if (!text(instance, "deposed").isEmpty()) {
                say(type, Unread.Cause.BEING_DELETED, own, instance, "it was replaced, and is to be destroyed");
            } else if (values.isEmpty()) {
                say(
                        type,
                        Unread.Cause.OUT_OF_REACH,
                        own,
                        instance,
                        "it has no attributes: terraform show -json has them");
            } else {
                add(own, type, values.get());
            }
        });
    }

    private void add(String address, String type, Node.Mapping values) {
        var environment = new Environment(List.of(), null, text(values, "region"))
                .or(Environment.ofArn(text(values, "arn")))
                .or(configuration.environmentOf(address));
        found.add(new TerraformResource(address, type, values, environment));
    }

    /** Tables that are written and aren't among the values: none of them, later ones, and those that go. */
    private void missed(Node.Mapping root) {
        var there = new HashSet<String>();
        found.forEach(resource -> there.add(Configuration.withoutIndexes(resource.address())));
        each(
                root,
                "deferred_changes",
                deferred -> mapping(deferred, "resource_change").ifPresent(change -> {
                    there.add(Configuration.withoutIndexes(text(change, "address")));
                    say(
                            text(change, "type"),
                            Unread.Cause.KNOWN_LATER,
                            text(change, "address"),
                            change,
                            "the plan defers it until other resources are applied: " + text(deferred, "reason"));
                }));
        each(root, "resource_changes", change -> {
            if (isDeletion(change) && there.add(Configuration.withoutIndexes(text(change, "address")))) {
                say(
                        text(change, "type"),
                        Unread.Cause.BEING_DELETED,
                        text(change, "address"),
                        change,
                        "the plan destroys it or lets go of it");
            }
        });
        for (var type : TABLES) {
            configuration.written(type).forEach((address, block) -> {
                if (!there.contains(address)) {
                    say(
                            type,
                            Unread.Cause.CONDITION,
                            address,
                            block,
                            "the plan has none of it: its count or for_each comes to nothing, or the plan is of other"
                                    + " targets");
                }
            });
        }
        if (text(root, "errored").equals("true")) {
            say(TerraformTable.TYPE, Unread.Cause.KNOWN_LATER, "what the plan lacks", root, "it ended in an error");
        }
    }

    private static boolean isDeletion(Node.Mapping change) {
        return mapping(change, "change")
                .flatMap(what -> what.get("actions"))
                .filter(actions -> actions instanceof Node.Sequence list
                        && list.items().size() == 1
                        && list.items().get(0) instanceof Node.Scalar action
                        && Set.of("delete", "forget").contains(action.text()))
                .isPresent();
    }

    private void say(String type, Unread.Cause cause, String address, Node at, String because) {
        if (TABLES.contains(type)) {
            unread.accept(new Unread(cause, address, at.position().place(), because));
        }
    }

    private static String index(Node.Mapping instance) {
        return instance.get("index_key")
                .map(key -> key instanceof Node.Scalar scalar
                        ? scalar.kind() == Node.Kind.NUMBER ? "[" + scalar.text() + "]" : "[\"" + scalar.text() + "\"]"
                        : "")
                .orElse("");
    }

    static void each(Node.Mapping owner, String key, Consumer<Node.Mapping> action) {
        if (owner.get(key).orElse(null) instanceof Node.Sequence list) {
            for (var item : list.items()) {
                if (item instanceof Node.Mapping object) {
                    action.accept(object);
                }
            }
        }
    }

    static Optional<Node.Mapping> mapping(Node.Mapping owner, String key) {
        return owner.get(key)
                .flatMap(node -> node instanceof Node.Mapping value ? Optional.of(value) : Optional.empty());
    }

    static String text(Node.Mapping owner, String key) {
        return owner.get(key).orElse(null) instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
