/** Ensures its indexes by the engine. */
module com.acme.modular {
    requires dev.ensuregsis.engine;
    requires software.amazon.awssdk.services.dynamodb;
}
