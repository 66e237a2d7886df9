package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.Target;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * What a state is kept under: who runs, and which DynamoDB it is about. That is an account and a region, however AWS is
 * reached; an emulator is known by its endpoint.
 *
 * @param scriptName who runs
 * @param target the DynamoDB
 * @param text both in one, as the key of items
 */
record StateKey(String scriptName, Target target, String text) {

    /**
     * The key of a run.
     *
     * @return empty if the account has to be known first
     */
    static Optional<StateKey> of(String scriptName, Target target) {
        var region = target.region();
        if (region == null) {
            return Optional.empty();
        }
        var home =
                isAws(target.endpoint(), region) ? Optional.ofNullable(target.accountId()) : target.endpointInOneForm();
        return home.map(known -> new StateKey(
                scriptName, target, String.join("|", escaped(scriptName), escaped(region), escaped(known))));
    }

    /** The key that its items have in a table of heads. */
    static StateKey read(String scriptName, Target target, String text) {
        return new StateKey(scriptName, target, text);
    }

    /** Where the entries of a generation lie. */
    String entries(String generation) {
        return text + "#" + generation;
    }

    /** Where the runs lie that have ended. */
    String runs() {
        return text + "#runs";
    }

    /** Two keys with one text are one, however complete their targets are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static boolean isAws(@Nullable String endpoint, String region) {
        if (endpoint == null) {
            return true;
        }
        try {
            var host = URI.create(endpoint).getHost();
            var partition = PartitionMetadata.of(Region.of(region));
            return host != null
                    && Stream.of(variant(), variant(EndpointTag.DUALSTACK))
                            .map(partition::dnsSuffix)
                            .anyMatch(suffix -> suffix != null && host.endsWith("." + suffix));
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private static PartitionEndpointKey variant(EndpointTag... tags) {
        return PartitionEndpointKey.builder().tags(tags).build();
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("#", "%23").replace("|", "%7C");
    }
}
