package dev.ensuregsis.engine.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizeTest {

    /** A page of 1 MB takes 128 units; half a unit is 4 KiB. */
    @ParameterizedTest(name = "{0} units a second, items of {1} bytes")
    @CsvSource({
        ",     100,    ,      128",
        "6000, 100,    ,      128",
        "128,  100,    ,      128",
        "64,   8192,   64,    64",
        "1,    8192,   1,     1",
        "1,    4096,   2,     1",
        "1,    409600, 1,     50",
        "50,   ,       1,     50",
        "100,  ,       2,     100",
        "1,    100,    81,    0.98876953125",
        "1,    8191,   1,     0.9998779296875",
        "1,    0,      8192,  1"
    })
    void noPageTakesMoreThanASecondsWorthUnlessOneItemDoes(
            @Nullable Double limit, @Nullable Double itemBytes, @Nullable Integer mostItems, double units) {
        assertThat(PageSize.of(limit, itemBytes)).isEqualTo(new PageSize(mostItems, units));
    }

    @ParameterizedTest(name = "{0} units a second")
    @CsvSource({", 8", "1, 1", "128, 1", "129, 2", "6000, 8"})
    void asManyPagesAreOnTheirWayAsASecondPaysFor(@Nullable Double limit, int pages) {
        assertThat(PageSize.pagesAtATime(limit, 8)).isEqualTo(pages);
    }
}
