package dev.ensuregsis.engine.spi;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which DynamoDB something is about. Each part is null where it isn't known.
 *
 * @param accountId 12 digits (DynamoDB Local: {@code 000000000000})
 * @param region the client's region, like {@code eu-central-1}
 * @param endpoint the endpoint's URL where it isn't AWS's own for the region
 */
public record Target(
        @Nullable String accountId,
        @Nullable String region,
        @Nullable String endpoint) {

    /** Nothing known. */
    public static final Target UNKNOWN = new Target(null, null, null);

    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@]*@");

    /** Plain, FIPS, dual-stack and account-based. Source: DynamoDB's page of endpoints, and the SDK's rules for them. */
    private static final Pattern OF_AWS = Pattern.compile(
            "https://(?:\\d{12}\\.)?(?:dynamodb|ddb)(?:-fips)?"
                    + "\\.(?<region>[a-z]+(?:-[a-z]+)+-\\d+)\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|api\\.amazonwebservices\\.com\\.cn)");

    /** Leaves user and password out of the endpoint: this is printed and recorded. */
    public Target {
        endpoint = endpoint == null ? null : USER_INFO.matcher(endpoint).replaceFirst("");
    }

    /**
     * Whether this and another can't be the same DynamoDB. A part that either leaves out is no contradiction.
     *
     * @param other what to compare with
     * @return the first part that differs: account, then region, then endpoint; empty if none does
     */
    public Optional<Conflict> conflictWith(Target other) {
        return Stream.of(
                        Conflict.between("account", accountId, other.accountId),
                        Conflict.between("region", region, other.region),
                        Conflict.between("endpoint", sameForm(endpoint), sameForm(other.endpoint)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * This, with what it leaves out taken from another.
     *
     * @param other where to take it from
     * @return the parts of both
     */
    public Target orElse(Target other) {
        return new Target(
                accountId == null ? other.accountId : accountId,
                region == null ? other.region : region,
                endpoint == null ? other.endpoint : endpoint);
    }

    /**
     * The endpoint in one form for the ways to write it.
     *
     * @return scheme and host in lower case, without a slash at the end; empty if there is none
     */
    public Optional<String> endpointInOneForm() {
        return Optional.ofNullable(sameForm(endpoint));
    }

    @Override
    public String toString() {
        var words = Stream.of(words("account", accountId), words("region", region), words("endpoint", endpoint))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "unknown" : words;
    }

    private static Optional<String> words(String part, @Nullable String value) {
        return Optional.ofNullable(value).map(known -> part + " " + known);
    }

    /**
     * One form for the ways to write an endpoint: the case of scheme and host and a slash at the end mean nothing, and
     * AWS's own of a region, by whatever name, lead to the same tables.
     */
    private static @Nullable String sameForm(@Nullable String endpoint) {
        if (endpoint == null) {
            return null;
        }
        var trimmed = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        try {
            var uri = URI.create(trimmed);
            var authority = uri.getRawAuthority();
            var ofAws = OF_AWS.matcher(trimmed.toLowerCase(Locale.ROOT));
            if (ofAws.matches()) {
                return "https://dynamodb." + ofAws.group("region");
            }
            return authority == null
                    ? trimmed
                    : (uri.getScheme() + "://" + authority).toLowerCase(Locale.ROOT) + uri.getRawPath();
        } catch (IllegalArgumentException notAUri) {
            return trimmed;
        }
    }

    /**
     * How two targets differ.
     *
     * @param part {@code account}, {@code region} or {@code endpoint}
     * @param one what the first says
     * @param other what the second says
     */
    public record Conflict(String part, String one, String other) {
        private static Optional<Conflict> between(String part, @Nullable String one, @Nullable String other) {
            return one == null || other == null || one.equals(other)
                    ? Optional.empty()
                    : Optional.of(new Conflict(part, one, other));
        }
    }
}
