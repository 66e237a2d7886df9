package dev.ensuregsis.engine.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://dynamodb.eu-central-1.amazonaws.com, https://dynamodb-fips.eu-central-1.amazonaws.com, false",
        "https://dynamodb.eu-central-1.amazonaws.com, https://dynamodb.eu-central-1.api.aws, false",
        "https://dynamodb.eu-central-1.amazonaws.com, https://123456789012.ddb.eu-central-1.amazonaws.com, false",
        "https://dynamodb.us-gov-west-1.amazonaws.com, https://dynamodb.us-gov-west-1.amazonaws.com/, false",
        "https://dynamodb.cn-north-1.amazonaws.com.cn, https://dynamodb.cn-north-1.api.amazonwebservices.com.cn, false",
        "https://dynamodb.eu-central-1.amazonaws.com, https://dynamodb.eu-west-1.amazonaws.com, true",
        "https://dynamodb.eu-central-1.amazonaws.com, http://localhost:8000, true",
        "https://dynamodb.eu-central-1.amazonaws.com, https://dynamodb.eu-central-1.amazonaws.com.evil.invalid, true",
    })
    void theNamesOfOneEndpointOfAwsLeadToTheSameTables(String one, String other, boolean conflict) {
        assertThat(new Target(null, null, one)
                        .conflictWith(new Target(null, null, other))
                        .isPresent())
                .isEqualTo(conflict);
    }
}
