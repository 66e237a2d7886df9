package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ensuregsis.junit.EnsureGsis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayName("A class that another engine than Jupiter runs")
class ForeignEngineNoticeTest {

    @Test
    void isNamedIfItIsAnnotated() {
        assertThat(linesOf(
                        LauncherConfig.builder()
                                .enableTestEngineAutoRegistration(false)
                                .addTestEngines(new Engine("spock")),
                        LauncherDiscoveryRequestBuilder.request()))
                .singleElement()
                .asString()
                .startsWith(
                        Annotated.class.getName() + " has @EnsureGsis and is run by the engine spock, which calls no")
                .contains("its fields stay null");
    }

    @Test
    void isNotNamedIfItIsJupiters() {
        assertThat(linesOf(
                        LauncherConfig.builder(),
                        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(OfJupiter.class))))
                .isEmpty();
    }

    /** A launcher tells its listeners of a plan only by executing it; this keeps a server from being started for that. */
    @EnsureGsis
    @Disabled("to be found by a launcher, and not to start a server")
    static class OfJupiter {
        @Test
        void isNotRun() {}
    }

    @EnsureGsis
    static class Annotated {}

    static class Plain {}

    private static List<String> linesOf(LauncherConfig.Builder config, LauncherDiscoveryRequestBuilder request) {
        var lines = new ArrayList<String>();
        config.enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new ForeignEngineNotice(lines::add));
        LauncherFactory.create(config.build()).execute(request.build());
        return lines;
    }

    /** Finds both classes, and runs nothing. */
    private record Engine(String id) implements TestEngine {
        @Override
        public String getId() {
            return id;
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest discoveryRequest, UniqueId uniqueId) {
            var root = new EngineDescriptor(uniqueId, id);
            for (var type : List.of(Annotated.class, Plain.class)) {
                root.addChild(
                        new AbstractTestDescriptor(
                                uniqueId.append("class", type.getName()),
                                type.getSimpleName(),
                                ClassSource.from(type)) {
                            @Override
                            public Type getType() {
                                return Type.TEST;
                            }
                        });
            }
            return root;
        }

        @Override
        public void execute(ExecutionRequest request) {}
    }
}
