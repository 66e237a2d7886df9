package dev.ensuregsis.engine;

import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user should know of a table before a run starts on it. Pure. */
final class PlanWarnings {
    /**
     * Projected non-key attributes over all indexes of a table, local ones included; INCLUDE only, repeats counted.
     * Source: quotas.
     */
    static final int PROJECTED_ATTRIBUTES_QUOTA = 100;

    private PlanWarnings() {}

    static List<String> of(TableDefinition table, Optional<LiveTable> live, Collection<IndexPlan> plans) {
        var warnings = new ArrayList<String>();
        IndexQuota.warning(table, live, created(plans).count()).ifPresent(warnings::add);
        var projected = Stream.of(
                        live.stream()
                                .flatMap(now -> now.indexes().stream())
                                .flatMap(index -> Stream.ofNullable(index.projection())),
                        created(plans).map(plan -> plan.definition().projectionToCreate()),
                        localProjections(table))
                .flatMap(projections -> projections)
                .mapToInt(PlanWarnings::attributes)
                .sum();
        if (projected > PROJECTED_ATTRIBUTES_QUOTA) {
            warnings.add("all INCLUDE projections of the table would name " + projected
                    + " attributes, repeats counted; DynamoDB allows " + PROJECTED_ATTRIBUTES_QUOTA);
        }
        live.filter(now -> now.billingMode() == BillingMode.PROVISIONED)
                .ifPresent(now -> created(plans)
                        .flatMap(plan -> CapacityWarnings.of(now, plan.definition()).stream())
                        .forEach(warnings::add));
        unused(table).ifPresent(names -> warnings.add("no key uses the attributes that are defined: " + names));
        return warnings;
    }

    private static Stream<IndexPlan> created(Collection<IndexPlan> plans) {
        return plans.stream()
                .filter(plan ->
                        plan.action() == PlannedAction.CREATE || plan.action() == PlannedAction.CREATE_WITH_TABLE);
    }

    /** Local indexes count too; those of a live table are the defined ones, for they can't be changed. */
    private static Stream<Projection> localProjections(TableDefinition table) {
        return Stream.ofNullable(table.creation())
                .flatMap(creation -> creation.localIndexes().stream())
                .map(LocalIndexDefinition::projection);
    }

    private static int attributes(Projection projection) {
        return projection instanceof Projection.Include include
                ? include.nonKeyAttributes().size()
                : 0;
    }

    private static Optional<String> unused(TableDefinition table) {
        var unused = new HashSet<>(table.attributeTypes().keySet());
        table.indexes().forEach(index -> index.keySchema().attributes().forEach(unused::remove));
        var creation = table.creation();
        if (creation == null) {
            // The table's own key is not part of such a definition, so what looks unused may be that.
            return Optional.empty();
        }
        creation.keySchema().attributes().forEach(unused::remove);
        creation.localIndexes().forEach(index -> index.keySchema().attributes().forEach(unused::remove));
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", unused.stream().sorted().toList()));
    }
}
