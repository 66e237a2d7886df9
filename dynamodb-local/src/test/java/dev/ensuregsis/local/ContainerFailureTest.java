package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.lifecycle.Startable;

@DisplayName("A container that can't be started")
class ContainerFailureTest {

    /** What Testcontainers throws after it has tried for its two minutes. */
    @Test
    void whoseImageCantBePulledNamesTheImageAndTheNextStep() {
        var failure = new ContainerFetchException(
                "Can't get Docker image: RemoteDockerImage(imageName=db:1, imagePullPolicy=DefaultPullPolicy())",
                new IllegalStateException("Condition with Lambda expression was not fulfilled within 2 minutes."));
        assertThatThrownBy(() -> ContainerServer.start(new Unstartable(failure), "db:1"))
                .isInstanceOf(LocalServerException.class)
                .hasMessage("The image db:1 is not on this machine and can't be pulled: \"docker pull db:1\" says why.")
                .hasNoCause()
                .asInstanceOf(type(LocalServerException.class))
                .extracting(LocalServerException::nextStep)
                .isEqualTo(Optional.of(new NextStep.ChooseImage()));
    }

    @Test
    void whichEndsAtOnceSaysWhatTestcontainersSays() {
        var failure = new ContainerLaunchException("Container startup failed for image db:1");
        assertThatThrownBy(() -> ContainerServer.start(new Unstartable(failure), "db:1"))
                .isInstanceOf(LocalServerException.class)
                .hasMessage("A container of db:1 could not be started: Container startup failed for image db:1")
                .hasCause(failure);
    }

    private record Unstartable(RuntimeException failure) implements Startable {
        @Override
        public void start() {
            throw failure;
        }

        @Override
        public void stop() {}
    }
}
