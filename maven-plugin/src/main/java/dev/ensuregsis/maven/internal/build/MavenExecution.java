package dev.ensuregsis.maven.internal.build;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * One execution of a mojo, as Maven knows it. It is handed on and never injected: services outlive executions, and a
 * parallel build has several at a time.
 *
 * @param session the session
 * @param project the module
 * @param mojo the execution
 */
public record MavenExecution(MavenSession session, MavenProject project, MojoExecution mojo) {}
