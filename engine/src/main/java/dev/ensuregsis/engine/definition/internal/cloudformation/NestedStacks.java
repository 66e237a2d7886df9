package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code AWS::CloudFormation::Stack} and {@code AWS::Serverless::Application}: where their templates are to be found. */
final class NestedStacks {
    /** Each type with the property that says where its template lies. */
    private static final Map<String, String> LOCATIONS =
            Map.of("AWS::CloudFormation::Stack", "TemplateURL", "AWS::Serverless::Application", "Location");

    private NestedStacks() {}

    static boolean isNested(String type) {
        return LOCATIONS.containsKey(type);
    }

    static StackResource read(String logicalId, Node.Mapping resource, Resolver resolver) {
        var locations = new ArrayList<Node>();
        metadata(resource, "aws:asset:path", locations);
        var properties = resource.get("Properties").orElse(null) instanceof Node.Mapping written
                ? written
                : new Node.Mapping(resource.position(), Map.of());
        var location = Optional.ofNullable(LOCATIONS.get(Template.type(resource)))
                .flatMap(properties::get)
                .orElse(null);
        if (location instanceof Node.Mapping application && application.has("ApplicationId")) {
            return notRead(logicalId, resource, "its template is in the Serverless Application Repository");
        }
        if (location != null) {
            locations.add(resolver.resolve(location));
            locations.add(location);
        }
        return new StackResource.Nested(logicalId, List.copyOf(locations), passed(properties, resolver), resource);
    }

    private static StackResource notRead(String logicalId, Node.Mapping resource, String because) {
        return new StackResource.NotRead(
                logicalId,
                Unread.Cause.OUT_OF_REACH,
                Template.type(resource) + " \"" + logicalId + "\"",
                resource,
                because);
    }

    private static void metadata(Node.Mapping resource, String key, List<Node> locations) {
        if (resource.get("Metadata").orElse(null) instanceof Node.Mapping metadata) {
            metadata.get(key).ifPresent(locations::add);
        }
    }

    private static Map<String, String> passed(Node.Mapping properties, Resolver resolver) {
        var passed = new LinkedHashMap<String, String>();
        if (properties.get("Parameters").orElse(null) instanceof Node.Mapping parameters) {
            parameters.entries().forEach((name, value) -> {
                var resolved = resolver.resolve(value);
                if (resolved instanceof Node.Scalar text && !text.isNull()) {
                    passed.put(name, text.text());
                } else if (resolved instanceof Node.Sequence list
                        && list.items().stream().allMatch(Node.Scalar.class::isInstance)) {
                    passed.put(
                            name,
                            list.items().stream()
                                    .map(item -> ((Node.Scalar) item).text())
                                    .collect(Collectors.joining(",")));
                }
            });
        }
        return passed;
    }
}
