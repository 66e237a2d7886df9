package dev.ensuregsis.engine.definition.internal.serverless;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.internal.environment.SuppliedValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stage, the region and the account, each one thing however it is given and however it is asked for, and all other
 * values that the user supplies.
 */
final class StageOptions {
    private static final List<String> STAGE = List.of("opt:stage", "stage", "sls:stage", "self:provider.stage");
    private static final List<String> REGION =
            List.of("opt:region", "region", "aws:region", "self:provider.region", "AWS::Region");
    private static final List<String> ACCOUNT = List.of("aws:accountId", "AWS::AccountId");

    private final SuppliedValues supplied;
    private final Optional<String> stage;
    private final Optional<String> region;
    private final Optional<String> account;

    /** Takes the values that the user supplies. */
    StageOptions(SuppliedValues supplied) {
        this.supplied = supplied;
        this.stage = one("stage", STAGE);
        this.region = one("region", REGION);
        this.account = one("account", ACCOUNT);
    }

    private Optional<String> one(String what, List<String> names) {
        Set<String> given = new LinkedHashSet<>();
        names.stream().flatMap(name -> supplied.get(name).stream()).forEach(given::add);
        if (given.size() > 1) {
            throw new DefinitionException(List.of(new DefinitionFault(
                    Place.of(supplied.option()),
                    "gives two values for the " + what + ", " + String.join(" and ", given)
                            + ": it is one thing under the names " + String.join(", ", names))));
        }
        return given.stream().findFirst();
    }

    /** Whether the region is given. */
    boolean hasRegion() {
        return region.isPresent();
    }

    /** What is given for a variable, under its own name or, for options and the like, under what follows the colon. */
    Optional<String> given(String variable) {
        if (STAGE.contains(variable)) {
            return stage;
        }
        if (REGION.contains(variable)) {
            return region;
        }
        if (ACCOUNT.contains(variable)) {
            return account;
        }
        return supplied.get(variable)
                .or(() -> variable.matches("(opt|env|param|sls):.*")
                        ? supplied.get(
                                variable.substring(variable.indexOf(':') + 1).strip())
                        : Optional.empty());
    }

    /** How the user gives a variable's value, in words. */
    String howToGive(String variable) {
        return supplied.howToGive(variable);
    }
}
