package com.acme;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.definition.Definitions;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The application starts and serves at once; its health says when all indexes are ACTIVE. */
@Profile("serves")
@Component("gsis")
class InBackground implements SmartLifecycle, HealthIndicator {
    private final Thread run;
    private volatile Health health = Health.outOfService().build();

    InBackground(GsiEngine engine, Definitions definitions) {
        run = new Thread(() -> health = ensure(engine, definitions), "gsis");
    }

    private static Health ensure(GsiEngine engine, Definitions definitions) {
        var report = engine.ensure(definitions);
        return report.isSuccessful()
                ? Health.up().build()
                : Health.down().withDetail("gsis", report.complaints()).build();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void start() {
        run.start();
    }

    @Override
    public void stop() {
        run.interrupt();
        try {
            run.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return run.isAlive();
    }
}
