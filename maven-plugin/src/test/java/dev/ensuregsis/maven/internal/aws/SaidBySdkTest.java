package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class SaidBySdkTest {

    @ParameterizedTest
    @MethodSource
    void isWholeAndWithoutSecrets(Throwable thrown, String told) {
        assertThat(SaidBySdk.whole(thrown)).isEqualTo(told);
    }

    static Stream<Arguments> isWholeAndWithoutSecrets() {
        return Stream.of(
                Arguments.of(
                        new IllegalStateException(
                                "Failed to refresh process-based credentials.",
                                new IllegalStateException(
                                        "Command returned non-zero exit value (1) with error message: not signed in\nrun x")),
                        "Failed to refresh process-based credentials: Command returned non-zero exit value (1) with error"
                                + " message: not signed in run x"),
                Arguments.of(
                        SdkClientException.create("java.io.IOException: no route", new IOException("no route")),
                        "java.io.IOException: no route"),
                Arguments.of(
                        SdkClientException.create("Profile file contained no credentials for profile 'prod':"
                                + " ProfileFile(sections=[profiles], profiles=[Profile(name=a, properties=[])])"),
                        "Profile file contained no credentials for profile 'prod'"),
                Arguments.of(
                        SdkClientException.create(
                                "User is not authorized (Service: Sts, Status Code: 403, Request ID: x)"
                                        + " (SDK Attempt Count: 1)"),
                        "User is not authorized"),
                Arguments.of(new IllegalStateException((String) null), "the AWS SDK doesn't say why"),
                Arguments.of(
                        new IllegalStateException("it said {\"SecretAccessKey\": \"aB3/x\", \"SessionToken\":\"IQoJ\","
                                + " \"AccessKeyId\": \"AKIDEXAMPLE\"}"),
                        "it said {\"SecretAccessKey\": \"…\", \"SessionToken\":\"…\", \"AccessKeyId\": \"AKIDEXAMPLE\"}"),
                Arguments.of(
                        new IllegalStateException("bad line: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY here"),
                        "bad line: … here"),
                Arguments.of(
                        new IllegalStateException("aws_secret_access_key = abc and aws_session_token=def"),
                        "aws_secret_access_key = … and aws_session_token=…"));
    }
}
