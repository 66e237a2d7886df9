package com.acme;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told what a run does. */
@Configuration
class Listeners {
    @Bean
    GsiListener toTheLog() {
        var log = LoggerFactory.getLogger("gsi");
        return event -> {
            if (event instanceof GsiEvent.Waiting wait) {
                log.info("{}.{}: {}, {}", wait.tableName(), wait.indexName(), wait.phase().words(), wait.progress());
            } else if (event instanceof GsiEvent.IndexCreated created) {
                log.info("{} is ACTIVE after {}", created.index(), created.took());
            } else if (event instanceof GsiEvent.Warned warned) {
                log.warn(warned.message());
            } else if (event instanceof GsiEvent.IndexFailed failed) {
                log.error("{}: {}", failed.index(), failed.failure().inFull());
            }
        };
    }

    @Bean
    GsiListener toTheMeters(MeterRegistry meters) {
        var notActive = meters.gaugeCollectionSize("gsi.not.active", Tags.empty(), ConcurrentHashMap.<IndexId>newKeySet());
        return event -> {
            if (event instanceof GsiEvent.RunStarted started) {
                notActive.addAll(started.indexes().keySet());
            } else if (event instanceof GsiEvent.IndexSkipped skipped) {
                notActive.remove(skipped.index());
            } else if (event instanceof GsiEvent.IndexCreated created) {
                notActive.remove(created.index());
                meters.timer("gsi.build", "table", created.index().tableName()).record(created.took());
            }
        };
    }
}
