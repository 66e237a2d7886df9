package dev.ensuregsis.local;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * A property is tried a tenth as often in the loop at the desk ({@code -Pdesk}): the first of those that a build tries. What a
 * change breaks it mostly breaks in many.
 */
public final class FewerAtTheDesk implements AroundTryHook {
    private static final boolean AT_THE_DESK = Boolean.getBoolean("desk.build");
    private static final int SHARE = 10;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        var result = aTry.execute(parameters);
        var tries = context.targetMethod().getAnnotation(Property.class).tries();
        return AT_THE_DESK && result.isSatisfied() && triedSoFar() * SHARE >= tries
                ? TryExecutionResult.satisfied(true)
                : result;
    }

    private static int triedSoFar() {
        return Store.getOrCreate(FewerAtTheDesk.class, Lifespan.PROPERTY, AtomicInteger::new)
                .get()
                .incrementAndGet();
    }
}
