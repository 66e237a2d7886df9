package com.acme;

import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Keeps back the calls that create indexes: on DynamoDB Local they would be ACTIVE before anybody looks. */
public class HeldBack implements ExecutionInterceptor {
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    static void hold() {
        gate = new CountDownLatch(1);
    }

    static void letGo() {
        gate.countDown();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof UpdateTableRequest) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
