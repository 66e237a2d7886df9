package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Table;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {

    @EnsureGsis("base.json")
    static class Base {}

    static class Inheriting extends Base {}

    @EnsureGsis("own.json")
    static class Adding extends Base {}

    @EnsureGsis("first.json")
    @EnsureGsis(definitions = {"second.json", "third.json"})
    static class Repeating {}

    @Retention(RetentionPolicy.RUNTIME)
    @EnsureGsis("composed.json")
    @interface Composed {}

    @Composed
    static class Composing {}

    @ParameterizedTest
    @ValueSource(classes = {Base.class, Inheriting.class})
    void areInherited(Class<?> type) {
        assertThat(Annotations.on(type)).flatMap(Declaration::locations).containsExactly("base.json");
    }

    @Test
    void addUpTheSuperclassFirst() {
        assertThat(Annotations.on(Adding.class))
                .flatMap(Declaration::locations)
                .containsExactly("base.json", "own.json");
    }

    @Test
    void areRepeatable() {
        assertThat(Annotations.on(Repeating.class))
                .flatMap(Declaration::locations)
                .containsExactly("first.json", "second.json", "third.json");
    }

    @Test
    void standOnOtherAnnotations() {
        assertThat(Annotations.on(Composing.class))
                .flatMap(Declaration::locations)
                .containsExactly("composed.json");
    }

    static class Booking {}

    static class FlightLeg {}

    static class AWSAccount2Tag {}

    @EnsureGsis(
            beans = {Booking.class, FlightLeg.class, AWSAccount2Tag.class},
            tables = @Table(name = "legs", bean = FlightLeg.class))
    static class Beans {}

    @Test
    void nameTablesOfBeansAsSpringCloudAwsDoes() {
        assertThat(Annotations.on(Beans.class))
                .flatMap(Declaration::beans)
                .containsExactly(
                        new Declaration.BeanTable("booking", Booking.class),
                        new Declaration.BeanTable("flight_leg", FlightLeg.class),
                        new Declaration.BeanTable("a_ws_account2_tag", AWSAccount2Tag.class),
                        new Declaration.BeanTable("legs", FlightLeg.class));
        assertThat(Annotations.on(Beans.class)).flatMap(Declaration::tables).isEmpty();
    }
}
