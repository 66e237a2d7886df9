package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner and a taker know of a lease, and when. */
class LeaseRulesTest {
    private static final Instant WALL = Instant.parse("2026-02-01T10:30:00Z");
    private static final Duration LASTS = Duration.ofSeconds(60);
    private static final StateKey KEY = StateKey.of("flights", new Target("123456789012", "eu-central-1", null))
            .orElseThrow();

    /** Seconds by the clock that moves forward, by the one on the wall, and what follows. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, true, false",
        "19, 19, true, false",
        "20, 20, true, true",
        "39, 39, true, true",
        "40, 40, false, true",
        "1, 3600, false, true", // suspended: the one stood still
        "39, -3600, true, true", // the other was set back
        "40, -3600, false, true",
        "0, 25, true, true",
    })
    void anOwnerCountsByTheClockThatHasGoneFarther(long forward, long onTheWall, boolean sure, boolean due) {
        var holding = new Holding(seconds(1000), WALL, LASTS);
        var nanos = seconds(1000 + forward);
        var wall = WALL.plusSeconds(onTheWall);

        assertThat(holding.isSure(nanos, wall)).isEqualTo(sure);
        assertThat(holding.untilRenewal(nanos, wall).compareTo(Duration.ZERO) <= 0)
                .isEqualTo(due);
    }

    @Test
    void nobodysHeadIsFreeWhoeverWasWatched() {
        assertThat(Watch.look(null, Optional.empty(), 0)).isEqualTo(new Sight.Free(null));
        var released = head(7, null);
        assertThat(Watch.look(new Watch("a", 6, 0), Optional.of(released), seconds(1)))
                .isEqualTo(new Sight.Free(released));
    }

    @Test
    void theFirstLookSaysNothingOfLife() {
        var sight = Watch.look(null, Optional.of(head(3, "a")), seconds(5));

        assertThat(sight).isEqualTo(new Sight.Unmoved(new Watch("a", 3, seconds(5)), lease("a"), LASTS));
    }

    /** The beat and the token of the second look, how long after the first, and what is seen. */
    @ParameterizedTest
    @CsvSource({
        "3, a, 59, Unmoved",
        "3, a, 60, StoodStill",
        "3, a, 600, StoodStill",
        "4, a, 1, Lives",
        "4, a, 600, Lives",
        "4, b, 600, Lives",
        "3, b, 600, Lives",
    })
    void aTakerCountsItsOwnTimeFromTheAnswerOfItsFirstLook(long beat, String token, long later, String seen) {
        var watch = new Watch("a", 3, seconds(5));

        var sight = Watch.look(watch, Optional.of(head(beat, token)), seconds(5 + later));

        assertThat(sight.getClass().getSimpleName()).isEqualTo(seen);
        if (sight instanceof Sight.Unmoved unmoved) {
            assertThat(unmoved.watch()).isEqualTo(watch);
            assertThat(unmoved.left()).isEqualTo(LASTS.minusSeconds(later));
        }
        if (sight instanceof Sight.Lives lives) {
            assertThat(lives.watch()).isEqualTo(new Watch(token, beat, seconds(5 + later)));
        }
    }

    /** A taker that saw a lease as early as it can be seen takes it when its owner has long begun nothing more. */
    @ParameterizedTest
    @CsvSource({"0", "1", "19", "30"})
    void thereIsALeaseThirdBetweenTheLastChangeAndTheEarliestTaking(long landedAfter) {
        var holding = new Holding(0, WALL, LASTS);
        var lastSure = seconds(40) - 1;
        assertThat(holding.isSure(lastSure, WALL)).isTrue();
        var watch = new Watch("a", 3, seconds(landedAfter));

        var sight = Watch.look(watch, Optional.of(head(3, "a")), lastSure + seconds(20));

        assertThat(sight).isInstanceOf(Sight.Unmoved.class);
    }

    @Test
    void eachWriteOfAHeadMovesTheBeat() {
        var head = Head.first(KEY, "g1", lease("a"));
        assertThat(head.renewed()).isEqualTo(new Head(KEY, "g1", 2, lease("a")));
        assertThat(head.moved("g2")).isEqualTo(new Head(KEY, "g2", 2, lease("a")));
        assertThat(head.released()).isEqualTo(new Head(KEY, "g1", 2, null));
        assertThat(head.released().taken(lease("b"))).isEqualTo(new Head(KEY, "g1", 3, lease("b")));
        assertThat(head.isAsWritten(head.renewed())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "123456789012, eu-central-1, -, flights|eu-central-1|123456789012",
                "123456789012, eu-central-1, https://dynamodb.eu-central-1.amazonaws.com, flights|eu-central-1|123456789012",
                "123456789012, eu-central-1, https://dynamodb-fips.eu-central-1.amazonaws.com/, flights|eu-central-1|123456789012",
                "123456789012, eu-central-1, https://dynamodb.eu-central-1.api.aws, flights|eu-central-1|123456789012",
                "123456789012, cn-north-1, https://dynamodb.cn-north-1.amazonaws.com.cn, flights|cn-north-1|123456789012",
                "-, eu-central-1, -, -",
                "-, -, -, -",
                "-, us-east-1, HTTP://LocalHost:8000/, flights|us-east-1|http://localhost:8000",
                "000000000000, us-east-1, http://localhost:8000, flights|us-east-1|http://localhost:8000",
                "123456789012, us-east-1, http://amazonaws.com.evil.test, flights|us-east-1|http://amazonaws.com.evil.test",
            })
    void aKeyIsWhoAndWhichDynamoDb(
            @Nullable String account, @Nullable String region, @Nullable String endpoint, @Nullable String key) {
        assertThat(StateKey.of("flights", new Target(account, region, endpoint)).map(StateKey::text))
                .isEqualTo(Optional.ofNullable(key));
    }

    /** The state table's account, region and endpoint, those of a table of its name, and whether they are one. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, eu-central-1, -, 1, eu-central-1, -, true",
                "2, eu-central-1, -, 1, eu-central-1, -, false",
                "-, eu-central-1, -, 1, eu-central-1, -, true",
                "1, eu-west-1, -, 1, eu-central-1, -, false",
                "1, eu-central-1, https://dynamodb.eu-central-1.amazonaws.com, 1, eu-central-1, -, true",
                "0, us-east-1, http://localhost:8000, -, us-east-1, http://127.0.0.1:8000/, true",
                "0, us-east-1, http://localhost:8000, -, us-east-1, http://[::1]:8000, true",
                "0, us-east-1, http://localhost:8000, 0, us-east-1, http://localhost:8001, false",
                "0, us-east-1, http://localhost:8000, 1, us-east-1, -, false",
                "0, us-east-1, http://localhost, -, us-east-1, http://127.0.0.1:80, true",
                "0, us-east-1, http://dynamodb:8000, -, us-east-1, http://dynamodb:8000, true",
                "0, us-east-1, http://dynamodb:8000, -, us-east-1, http://localhost:8000, false",
            })
    void aStateTableIsOneOfThoseToBeWorkedOnByAccountRegionAndEndpoint(
            @Nullable String account,
            String region,
            @Nullable String endpoint,
            @Nullable String otherAccount,
            String otherRegion,
            @Nullable String otherEndpoint,
            boolean one) {
        var place = new TablePlace("states", new Target(null, region, endpoint));

        assertThat(place.isIn(new Target(otherAccount, otherRegion, otherEndpoint), account))
                .isEqualTo(one);
    }

    @Test
    void noNameCanBeTakenForAnotherKey() {
        var odd = StateKey.of("a|b#c%", new Target("1", "r", null)).orElseThrow();
        assertThat(odd.text()).isEqualTo("a%7Cb%23c%25|r|1");
        assertThat(odd.entries("g")).isEqualTo("a%7Cb%23c%25|r|1#g");
    }

    private static Head head(long beat, @Nullable String token) {
        return new Head(KEY, "g", beat, token == null ? null : lease(token));
    }

    private static Lease lease(String token) {
        return new Lease(token, LASTS, new LockOwner(1, "host", WALL, "create", null, null));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
