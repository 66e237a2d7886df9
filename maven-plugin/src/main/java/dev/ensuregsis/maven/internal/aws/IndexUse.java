package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.Loopback;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whether an index is read: what deletes one asks first. Thread-safe. */
public interface IndexUse {

    /**
     * Asks whether an index was read in the last 7 days, by what is counted of it in each region.
     *
     * @param index the index
     * @param replicaRegions the regions of its table's replicas besides the one in use
     * @return why it is not to be deleted without being told so: it was read, or whether it was isn't known; empty if it was
     *     read nowhere
     */
    Optional<String> objection(IndexId index, Collection<String> replicaRegions);

    /**
     * What there is to say of an index that has no objection.
     *
     * @return a few words
     */
    String words();

    /**
     * As a client's region and credentials see it. On a loopback endpoint nobody counts, and nobody is asked.
     *
     * @param client the client
     * @return the use
     */
    static IndexUse seenFrom(DynamoDbClient client) {
        var endpoint = client.serviceClientConfiguration().endpointOverride();
        if (endpoint.isEmpty()) {
            return new CloudWatchUse(client);
        }
        return new Uncounted(
                endpoint.filter(Loopback::isHostOf).isPresent()
                        ? Optional.empty()
                        : Optional.of("whether it is read isn't known: " + endpoint.get()
                                + " is not AWS's own endpoint, whose CloudWatch would say"));
    }

    /**
     * Where CloudWatch counts nothing.
     *
     * @param always the same objection for every index; empty for none
     */
    record Uncounted(Optional<String> always) implements IndexUse {
        @Override
        public Optional<String> objection(IndexId index, Collection<String> replicaRegions) {
            return always;
        }

        @Override
        public String words() {
            return "this endpoint doesn't count reads";
        }
    }
}
