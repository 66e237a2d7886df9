package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the resources of a plan, of a state as {@code terraform show -json} prints it, and of a raw state (version 4). */
public final class TerraformResources {
    private final Map<String, Node> unknownByAddress = new HashMap<>();
    private final List<TerraformResource> found = new ArrayList<>();

    private TerraformResources() {}

    /** Whether a document is one of the three. */
    public static boolean isTerraform(Node.Mapping root) {
        return isRawState(root)
                || (root.has("format_version") && (root.has("planned_values") || root.has("values")))
                || (root.has("terraform_version") && root.has("values"));
    }

    private static boolean isRawState(Node.Mapping root) {
        return root.has("terraform_version") && root.has("version") && root.has("resources");
    }

    /** All managed resources, of the root module and of those below it. */
    public static List<TerraformResource> of(Node.Mapping root) {
        var resources = new TerraformResources();
        if (isRawState(root)) {
            each(root, "resources", resource -> resources.rawState(resource));
            return resources.found;
        }
        each(
                root,
                "resource_changes",
                change -> mapping(change, "change")
                        .flatMap(what -> what.get("after_unknown"))
                        .ifPresent(unknown -> resources.unknownByAddress.put(text(change, "address"), unknown)));
        mapping(root, "planned_values")
                .or(() -> mapping(root, "values"))
                .flatMap(values -> mapping(values, "root_module"))
                .ifPresent(resources::module);
        return resources.found;
    }

    private void module(Node.Mapping module) {
        each(module, "resources", resource -> {
            if (text(resource, "mode").equals("managed")) {
                var address = text(resource, "address");
                mapping(resource, "values")
                        .ifPresent(values -> found.add(new TerraformResource(
                                address,
                                text(resource, "type"),
                                AfterApply.mark(values, unknownByAddress.get(address)))));
            }
        });
        each(module, "child_modules", child -> module(child));
    }

    private void rawState(Node.Mapping resource) {
        if (!text(resource, "mode").equals("managed")) {
            return;
        }
        var module = text(resource, "module");
        var address = (module.isEmpty() ? "" : module + ".") + text(resource, "type") + "." + text(resource, "name");
        each(
                resource,
                "instances",
                instance -> mapping(instance, "attributes")
                        .ifPresent(values -> found.add(
                                new TerraformResource(address + index(instance), text(resource, "type"), values))));
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
