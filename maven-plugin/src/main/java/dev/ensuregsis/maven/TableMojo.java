package dev.ensuregsis.maven;

import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.internal.reconcile.Survey.CouldNotLook;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.maven.internal.aws.Login;
import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.bean.BeansOfModules;
import dev.ensuregsis.maven.internal.bean.ModuleClassPath;
import dev.ensuregsis.maven.internal.console.RunSummary;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDynamoDb;
import dev.ensuregsis.maven.internal.embedded.SessionServer;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.report.ReportFile;
import dev.ensuregsis.maven.internal.report.Reports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that read definitions and look at tables have in common: which, where and as whom. */
abstract class TableMojo extends GsiMojo {
    private final RepositorySystem repositorySystem;
    private final ProjectDependenciesResolver dependenciesResolver;
    private final SettingsDecrypter settingsDecrypter;

    /**
     * The files that define the indexes, comma-separated; globs are allowed. Default: {@code gsis.json},
     * {@code gsis.yaml} or {@code gsis.yml} in the module's folder or in its {@code src/main/resources}.
     */
    @Parameter(property = "gsi.definitions")
    @Nullable
    String definitions;

    /** What the state file calls the one who runs. Default: the artifactId, or gsi-maven-plugin without a project. */
    @Parameter(property = "gsi.scriptName")
    @Nullable
    String scriptName;

    /**
     * Where DynamoDB answers: a URL like {@code http://localhost:8000}, or {@code embedded} for a DynamoDB Local in this
     * Maven, one for all goals of the session. {@code embedded} creates tables too (see {@code gsi.createTables}) and
     * keeps no state file unless {@code gsi.stateDir} is given. Default: AWS's own endpoint in the region.
     */
    @Parameter(property = "gsi.endpoint")
    @Nullable
    String endpoint;

    /** The AWS region. Default: as the AWS SDK finds it. */
    @Parameter(property = "gsi.region")
    @Nullable
    String region;

    /** The profile of the AWS config and credentials files. Default: the AWS SDK's chain of credentials. */
    @Parameter(property = "gsi.profile")
    @Nullable
    String profile;

    /**
     * The id of a {@code <server>} in Maven's settings whose username is an access key id and whose password is its
     * secret, encrypted or not.
     */
    @Parameter(property = "gsi.serverId")
    @Nullable
    String serverId;

    /** The 12 digits of the AWS account that the tables have to belong to; in any other one nothing is changed. */
    @Parameter(property = "gsi.account")
    @Nullable
    String account;

    /** The tables to work on: names or globs, comma-separated. Default: all that are defined. */
    @Parameter(property = "gsi.tables")
    @Nullable
    String tables;

    /** The indexes to work on: names or globs, comma-separated. Default: all that are defined. */
    @Parameter(property = "gsi.indexes")
    @Nullable
    String indexes;

    /** Put before each defined table name. */
    @Parameter(property = "gsi.tableNamePrefix", defaultValue = "")
    @Nullable
    String tableNamePrefix;

    /** Put after each defined table name. */
    @Parameter(property = "gsi.tableNameSuffix", defaultValue = "")
    @Nullable
    String tableNameSuffix;

    /** Values for the parameters and variables of a template: {@code name=value}, comma-separated. */
    @Parameter(property = "gsi.parameters")
    @Nullable
    String parameters;

    /** Real table names for the logical ids of a template: {@code id=name}, comma-separated. */
    @Parameter(property = "gsi.tableNames")
    @Nullable
    String tableNames;

    /**
     * DynamoDbEnhanced classes of the project, each with its table: {@code com.acme.Booking=bookings}, comma-separated.
     * They are read beside the files, as the project compiled them.
     */
    @Parameter(property = "gsi.beans")
    @Nullable
    String beans;

    /** Where to write the outcome as JSON, on success and on failure alike. */
    @Parameter(property = "gsi.reportFile")
    @Nullable
    String reportFile;

    TableMojo(
            RepositorySystem repositorySystem,
            ProjectDependenciesResolver dependenciesResolver,
            SettingsDecrypter settingsDecrypter) {
        this.repositorySystem = repositorySystem;
        this.dependenciesResolver = dependenciesResolver;
        this.settingsDecrypter = settingsDecrypter;
    }

    @Override
    final void run(OptionReader options, Workplace workplace)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException {
        var report = reportFile == null ? null : new ReportFile(workplace.root().resolve(reportFile));
        try {
            try {
                look(options, workplace, report);
            } catch (CouldNotLook unanswered) {
                throw new RefusedException(RunSummary.text(unanswered.failure()));
            }
        } catch (LoginException | RefusedException | DefinitionException | StateException refused) {
            if (report != null) {
                report.write(Reports.refused(goalName(), String.valueOf(refused.getMessage())));
            }
            throw refused;
        }
    }

    private void look(OptionReader options, Workplace workplace, @Nullable ReportFile report)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException {
        var url = isEmbedded() ? null : options.endpoint("gsi.endpoint", endpoint);
        var expectedAccount = options.account("gsi.account", account);
        var selection = new Selection(options.list(tables), options.list(indexes));
        var reader = DefinitionReader.builder()
                .parameters(templateParameters(options, expectedAccount))
                .tableNames(options.pairs("gsi.tableNames", tableNames, "id=name"))
                .tableNamePrefix(tableNamePrefix == null ? "" : tableNamePrefix)
                .tableNameSuffix(tableNameSuffix == null ? "" : tableNameSuffix)
                .build();
        var tablesOfBeans = options.pairs("gsi.beans", beans, "package.Class=table");
        readOptions(options);
        refuseFaults(options);
        var sources = new ArrayList<>(DefinitionFiles.sources(workplace, options.list(definitions)));
        if (!tablesOfBeans.isEmpty()) {
            sources.add(DefinitionSource.tables(read(tablesOfBeans, workplace)));
        }
        if (sources.isEmpty()) {
            passOver(workplace);
            return;
        }
        var wanted = reader.read(sources);
        if (selection.of(wanted).tables().isEmpty()) {
            throw new RefusedException("gsi.tables and gsi.indexes select none of what is defined: " + listed(wanted));
        }
        run(new TableGoal(this, workplace, wanted, selection, expectedAccount, url, report));
    }

    /** Reads a goal's own options; what is wrong with them is left with the reader. */
    void readOptions(OptionReader options) {}

    abstract void run(TableGoal goal)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException;

    private void passOver(Workplace workplace) throws RefusedException {
        if (workplace.bound()) {
            getLog().info("No definitions in this module: nothing to do.");
            return;
        }
        throw new RefusedException("No definitions found: there is no "
                + String.join(", ", DefinitionSource.DEFAULT_FILE_NAMES) + " in "
                + workplace.modules().stream()
                        .flatMap(module -> Workplace.definitionFolders(module).stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(", "))
                + ". Write one, or name yours with -Dgsi.definitions=FILE.");
    }

    private static String listed(Definitions definitions) {
        return Stream.concat(
                        definitions.indexIds().stream().map(IndexId::toString),
                        definitions.tables().stream()
                                .filter(table -> table.indexes().isEmpty())
                                .map(TableDefinition::name))
                .collect(Collectors.joining(", "));
    }

    /** Where the user says where, a template need not be told again. */
    private Map<String, String> templateParameters(OptionReader options, @Nullable String expectedAccount) {
        var given = new HashMap<>(options.pairs("gsi.parameters", parameters, "name=value"));
        if (region != null) {
            given.putIfAbsent("AWS::Region", region);
        }
        if (expectedAccount != null) {
            given.putIfAbsent("AWS::AccountId", expectedAccount);
        }
        return given;
    }

    private List<TableDefinition> read(Map<String, String> tablesOfBeans, Workplace workplace)
            throws RefusedException, IOException {
        if (project.getFile() == null) {
            throw new RefusedException("gsi.beans names classes of a project, but there is no pom.xml in "
                    + workplace.root() + ". Run it in the project that has them.");
        }
        var modules = workplace.bound() ? List.of(project) : session.getProjects();
        var compileFirst = workplace.bound()
                ? "bind this goal to the phase process-classes or a later one"
                : "type: " + TypedCommand.afterCompile(session, execution);
        return new BeansOfModules(modules, new ModuleClassPath(dependenciesResolver, session), compileFirst)
                .read(tablesOfBeans);
    }

    final boolean isEmbedded() {
        return EmbeddedDynamoDb.NAME.equals(endpoint);
    }

    /** Where to find DynamoDB and as whom; starts the embedded one if that is asked for. */
    final Login login(@Nullable URI url) throws RefusedException, IOException {
        var where = isEmbedded()
                ? new SessionServer(repositorySystem, session)
                        .start(execution.getVersion(), project.getRemotePluginRepositories())
                : url;
        return new Login(where, region, profile, serverId == null ? null : keys(serverId));
    }

    private AccessKey keys(String id) throws RefusedException {
        var server = session.getSettings().getServer(id);
        if (server == null) {
            throw new RefusedException("gsi.serverId is \"" + id + "\", but Maven's settings have no <server> of that"
                    + " id. Add one whose username is the access key id and whose password is its secret.");
        }
        var decryption = settingsDecrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (var problem : decryption.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new RefusedException("The password of the <server> \"" + id
                        + "\" (gsi.serverId) can't be decrypted: "
                        + problem.getMessage() + ". Encrypt it with the master password that settings-security.xml"
                        + " of this machine has: mvn --encrypt-password (Maven 4: mvnenc).");
            }
        }
        var decrypted = decryption.getServer();
        if (decrypted.getUsername() == null || decrypted.getPassword() == null) {
            throw new RefusedException(
                    "The <server> \"" + id + "\" (gsi.serverId) of Maven's settings needs a username,"
                            + " the access key id, and a password, its secret.");
        }
        return new AccessKey(decrypted.getUsername(), decrypted.getPassword());
    }
}
