package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration that a plan was made of: which provider makes a resource, where that is, and what refers to what. */
final class Configuration {
    private static final Pattern INDEX = Pattern.compile("\\[(\"(\\\\.|[^\"\\\\])*\"|\\d+)]");

    private final Node.Mapping root;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Environment> environments = new HashMap<>();

    /** A resource as it is written, with all its instances. */
    private record Resource(String module, Node.Mapping block) {
        String provider() {
            return TerraformResources.text(block, "provider_config_key");
        }
    }

    /** Reads the configuration of a plan; of a state there is none. */
    Configuration(Node.Mapping root) {
        this.root = root;
        TerraformResources.mapping(root, "configuration").ifPresent(configuration -> {
            TerraformResources.mapping(configuration, "root_module").ifPresent(module -> collect(module, ""));
            TerraformResources.mapping(configuration, "provider_config")
                    .ifPresent(providers -> providers.entries().forEach((key, provider) -> {
                        if (provider instanceof Node.Mapping block) {
                            environments.put(key, environment(block));
                        }
                    }));
        });
        nameProvidersOfTables();
    }

    private void collect(Node.Mapping module, String prefix) {
        TerraformResources.each(
                module,
                "resources",
                block ->
                        resources.put(prefix + TerraformResources.text(block, "address"), new Resource(prefix, block)));
        TerraformResources.mapping(module, "module_calls")
                .ifPresent(calls -> calls.entries().forEach((name, call) -> {
                    if (call instanceof Node.Mapping block) {
                        TerraformResources.mapping(block, "module")
                                .ifPresent(child -> collect(child, prefix + "module." + name + "."));
                    }
                }));
    }

    /** Where tables come from several providers, each of them is a place of its own. */
    private void nameProvidersOfTables() {
        var providers = new LinkedHashSet<String>();
        for (var resource : resources.values()) {
            if (TerraformResources.text(resource.block(), "type").equals(TerraformTable.TYPE)) {
                providers.add(resource.provider());
            }
        }
        if (providers.size() > 1) {
            providers.forEach(provider -> environments.merge(
                    provider,
                    Environment.UNKNOWN.named(List.of(provider)),
                    (known, named) -> known.named(named.names())));
        }
    }

    private Environment environment(Node.Mapping provider) {
        var expressions = TerraformResources.mapping(provider, "expressions").orElse(null);
        if (expressions == null) {
            return Environment.UNKNOWN;
        }
        var region = expressions.get("region").flatMap(this::text).orElse(null);
        var role = Blocks.all(expressions, "assume_role").stream()
                .flatMap(node -> node instanceof Node.Mapping block
                        ? block.get("role_arn").flatMap(this::text).stream()
                        : Stream.empty())
                .findFirst()
                .map(Environment::ofArn)
                .orElse(Environment.UNKNOWN);
        return new Environment(List.of(), role.account(), region);
    }

    /** A constant, or the value of a variable that is all there is. */
    private Optional<String> text(Node expression) {
        if (!(expression instanceof Node.Mapping written)) {
            return Optional.empty();
        }
        var constant = TerraformResources.text(written, "constant_value");
        if (!constant.isEmpty()) {
            return Optional.of(constant);
        }
        var references = texts(written);
        return references.size() == 1 && references.get(0).startsWith("var.")
                ? TerraformResources.mapping(root, "variables")
                        .flatMap(variables -> TerraformResources.mapping(
                                variables, references.get(0).substring("var.".length())))
                        .map(variable -> TerraformResources.text(variable, "value"))
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static List<String> texts(Node.Mapping expression) {
        var texts = new ArrayList<String>();
        if (expression.get("references").orElse(null) instanceof Node.Sequence list) {
            for (var item : list.items()) {
                if (item instanceof Node.Scalar text) {
                    texts.add(text.text());
                }
            }
        }
        return texts;
    }

    /** Where the provider of a resource makes it, as far as the configuration tells. */
    Environment environmentOf(String address) {
        var resource = resources.get(withoutIndexes(address));
        return resource == null
                ? Environment.UNKNOWN
                : environments.getOrDefault(resource.provider(), Environment.UNKNOWN);
    }

    /** The table that an index apart refers to by its attribute {@code table_name}, without the number of an instance. */
    Optional<String> tableOf(String address) {
        var resource = resources.get(withoutIndexes(address));
        return resource == null
                ? Optional.empty()
                : TerraformResources.mapping(resource.block(), "expressions")
                        .flatMap(expressions -> TerraformResources.mapping(expressions, "table_name"))
                        .flatMap(name -> texts(name).stream()
                                .map(reference -> resource.module() + reference)
                                .filter(resources::containsKey)
                                .findFirst());
    }

    /** The resources of a type that are written, by address. */
    Map<String, Node.Mapping> written(String type) {
        var written = new LinkedHashMap<String, Node.Mapping>();
        resources.forEach((address, resource) -> {
            if (TerraformResources.text(resource.block(), "type").equals(type)
                    && !TerraformResources.text(resource.block(), "mode").equals("data")) {
                written.put(address, resource.block());
            }
        });
        return written;
    }

    static String withoutIndexes(String address) {
        return address.contains("[") ? INDEX.matcher(address).replaceAll("") : address;
    }
}
