package dev.ensuregsis.engine.definition.internal.environment;

import dev.ensuregsis.engine.definition.DefinitionOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is deployed, as far as its definition tells. It is part of what the table is: two tables of one name in
 * two environments are two tables.
 *
 * @param names what its stack, stage or workspace is called, the name to tell people first; empty if nothing tells
 * @param account 12 digits; null if nothing tells
 * @param region null if nothing tells
 */
public record Environment(
        List<String> names,
        @Nullable String account,
        @Nullable String region) {

    /** Nothing is told. */
    public static final Environment UNKNOWN = new Environment(List.of(), null, null);

    private static final Pattern ACCOUNT = Pattern.compile("(?!0{12})[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:([^:]*):([^:]*):.*");
    private static final Pattern CDK = Pattern.compile("aws://([^/]*)/([^/]*)");

    /** Copies the names; what is no account and no region, as emulators and tools that don't know write them, is none. */
    public Environment {
        names = List.copyOf(names);
        account = account != null && ACCOUNT.matcher(account).matches() ? account : null;
        region = region != null && REGION.matcher(region).matches() ? region : null;
    }

    /** That of a resource by its ARN; unknown if the text is none. */
    public static Environment ofArn(String arn) {
        var parts = ARN.matcher(arn);
        return parts.matches() ? new Environment(List.of(), parts.group(2), parts.group(1)) : UNKNOWN;
    }

    /** That of a stack of a cloud assembly: {@code aws://111122223333/eu-central-1}. */
    public static Environment ofCdk(String address) {
        var parts = CDK.matcher(address);
        return parts.matches() ? new Environment(List.of(), parts.group(1), parts.group(2)) : UNKNOWN;
    }

    /** The same under these names. */
    public Environment named(List<String> others) {
        return new Environment(others, account, region);
    }

    /** The same, with what it leaves open as the other has it. */
    public Environment or(Environment other) {
        if (equals(UNKNOWN)) {
            return other;
        }
        if (other.equals(UNKNOWN)) {
            return this;
        }
        return new Environment(
                names.isEmpty() ? other.names : names,
                account == null ? other.account : account,
                region == null ? other.region : region);
    }

    /** By which option to say which of the two is meant; empty if nothing says that they differ. */
    public Optional<Difference> differenceFrom(Environment other) {
        if (region != null && other.region != null && !region.equals(other.region)) {
            return Optional.of(new Difference(DefinitionOption.REGION, region, other.region));
        }
        if (account != null && other.account != null && !account.equals(other.account)) {
            return Optional.of(new Difference(DefinitionOption.ACCOUNT, account, other.account));
        }
        return names.isEmpty() || other.names.isEmpty() || names.equals(other.names)
                ? Optional.empty()
                : Optional.of(new Difference(DefinitionOption.STACK, nameBeside(other), other.nameBeside(this)));
    }

    /** The first of its names that the other doesn't have too. */
    private String nameBeside(Environment other) {
        return names.stream()
                .filter(name -> !other.names.contains(name))
                .findFirst()
                .orElse(names.get(0));
    }

    /** Two values of what tells two environments apart, and the option that picks one. */
    public record Difference(DefinitionOption option, String here, String there) {}

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        if (!names.isEmpty()) {
            parts.add(names.get(0));
        }
        if (account != null) {
            parts.add("account " + account);
        }
        if (region != null) {
            parts.add("region " + region);
        }
        return parts.isEmpty() ? "an environment that nothing tells" : String.join(", ", parts);
    }
}
