package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.aws.ServerKeys;
import dev.ensuregsis.maven.internal.bean.BeanReader;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.network.SettingsProxies;

/**
 * What a build does for the goals that run in it.
 *
 * @param embedded starts the session's own DynamoDB Local
 * @param keys the access keys of its settings
 * @param proxies the proxies of its settings
 * @param beans reads its classes
 */
public record BuildServices(EmbeddedDatabase embedded, ServerKeys keys, SettingsProxies proxies, BeanReader beans) {}
