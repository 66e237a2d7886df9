package dev.ensuregsis.junit;

import dev.ensuregsis.junit.internal.Declaration;
import dev.ensuregsis.junit.internal.Injection;
import dev.ensuregsis.junit.internal.Scopes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * The extension behind {@link EnsureGsis}, and the same in code for what an annotation can't say: a static field with {@link
 * org.junit.jupiter.api.extension.RegisterExtension}, made by {@link #builder()}.
 *
 * <p>The field must be static. A class has either the field or the annotation; methods and nested classes may be annotated
 * besides. Immutable; all state is in JUnit's stores, which close it.
 *
 * @since 0.1
 */
public final class EnsureGsisExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                ParameterResolver {
    private final Scopes scopes;
    private final Injection injection;

    /** Made by JUnit, for the annotation. */
    @SuppressWarnings("unused")
    private EnsureGsisExtension() {
        this(null);
    }

    EnsureGsisExtension(@Nullable Declaration built) {
        this.scopes = new Scopes(built);
        this.injection = new Injection(scopes);
    }

    /**
     * Starts the configuration of an extension.
     *
     * @return a builder with all defaults, which are those of {@link EnsureGsis}
     */
    public static EnsureGsisExtensionBuilder builder() {
        return new EnsureGsisExtensionBuilder();
    }

    /** Asks JUnit for the context of the method, whose database the instance is to have. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Ensures what the class wants, and fills its static fields. */
    @Override
    public void beforeAll(ExtensionContext context) {
        scopes.ensureClass(context);
        injection.fillStaticFields(context);
    }

    /** Ensures what the instance's method wants, or its class: what a constructor makes may look for the endpoint. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        scopes.ensure(context);
    }

    /** Fills the fields of a test instance. */
    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        injection.fillFields(testInstance, context);
    }

    /** Ensures what the method wants. */
    @Override
    public void beforeEach(ExtensionContext context) {
        scopes.ensure(context);
    }

    /** Supports clients and endpoints without annotation. */
    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        return injection.supports(parameterContext.getParameter());
    }

    /** Hands out a client or an endpoint. */
    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        return injection.resolve(parameterContext.getParameter(), extensionContext);
    }
}
