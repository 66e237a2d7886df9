package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CloudFormation template as it lies in a project. */
class TemplateIT {
    @TempDir
    Path parent = Path.of("");

    @Test
    void aTableWithoutIndexesIsCreatedUnderTheNameThatItHasInTheRegion() throws IOException {
        var folder = Project.folder(parent);
        Project.write(folder, "template.yaml", """
                Resources:
                  Flights:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      TableName: !Sub flights-${AWS::Region}
                      BillingMode: PAY_PER_REQUEST
                      AttributeDefinitions: [{AttributeName: flightId, AttributeType: S}]
                      KeySchema: [{AttributeName: flightId, KeyType: HASH}]
                      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
                """);

        var created = WarmMaven.run(
                folder,
                Map.of(),
                RealMaven.goal("create"),
                "-Dgsi.endpoint=embedded",
                "-Dgsi.region=eu-central-1",
                "-Dgsi.definitions=template.yaml");

        assertThat(created.exitCode()).as(created.output()).isZero();
        assertThat(created.lines())
                .contains(
                        "Creating table: flights-eu-central-1",
                        "Table \"flights-eu-central-1\" is created without what its definition asks for besides:"
                                + " point-in-time recovery");
    }
}
