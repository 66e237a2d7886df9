package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;

/** DynamoDB's refusals under the codes of its API. */
final class Refusal {
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private Refusal() {}

    static ControlPlaneException limitExceeded(String message) {
        return answered("LimitExceededException", message, BAD_REQUEST);
    }

    static ControlPlaneException resourceInUse(String message) {
        return answered("ResourceInUseException", message, BAD_REQUEST);
    }

    static ControlPlaneException resourceNotFound(String message) {
        return answered("ResourceNotFoundException", message, BAD_REQUEST);
    }

    static ControlPlaneException validation(String message) {
        return answered("ValidationException", message, BAD_REQUEST);
    }

    static ControlPlaneException accessDenied(String action, String resource) {
        return answered(
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: dynamodb:" + action
                        + " on resource: " + resource,
                BAD_REQUEST);
    }

    static ControlPlaneException throttling() {
        return answered("ThrottlingException", "Rate of requests exceeds the allowed throughput.", BAD_REQUEST);
    }

    static ControlPlaneException internalFailure(String message) {
        return answered("InternalFailure", message, SERVER_ERROR);
    }

    private static ControlPlaneException answered(String code, String message, int httpStatus) {
        return new ControlPlaneException(new ControlPlaneFault.Answered(code, message, httpStatus));
    }
}
