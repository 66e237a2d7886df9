package com.acme;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.definition.Definitions;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The application isn't ready, and its start isn't over, until all indexes are ACTIVE. */
@Configuration
@Profile("waits")
class Waiting {
    @Bean
    ApplicationRunner gsis(GsiEngine engine, Definitions definitions) {
        return arguments -> {
            var report = engine.ensure(definitions);
            if (!report.isSuccessful()) {
                throw new IllegalStateException(String.join("\n", report.complaints()));
            }
        };
    }
}
