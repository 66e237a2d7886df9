package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.LocalFiles;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.environment.Candidate;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import dev.ensuregsis.engine.definition.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a format finds in one file: tables, what isn't read, and faults; and what the user supplied to find them with. */
public final class Findings {
    private final SourceFile file;
    private final FormatSettings settings;
    private final Faults faults;
    private final TableShape shape;
    private final List<Candidate> tables = new ArrayList<>();
    private final Set<Unread> unread = new LinkedHashSet<>();
    private final Map<String, Deployed> deployed = new HashMap<>();

    private record Deployed(String address, Node table) {}

    Findings(SourceFile file, FormatSettings settings, Faults faults) {
        this.file = file;
        this.settings = settings;
        this.faults = faults;
        this.shape = new TableShape(faults);
    }

    /** The file that is read. */
    public SourceFile file() {
        return file;
    }

    /** What the user supplied. */
    public FormatSettings settings() {
        return settings;
    }

    /** Where faults go. */
    public Faults faults() {
        return faults;
    }

    /**
     * The real name of a table that has a logical id: the user's name for that id first, then the file's.
     *
     * @param logicalId under which the user may name it
     * @param defined the name in the file; null if there is none, and the logical id counts
     * @param table the table in the shape of the DynamoDB API, to say which it is if its name can't be told
     */
    public Optional<String> realName(String logicalId, @Nullable Node defined, Supplier<? extends Node> table) {
        var given = settings.realName(logicalId);
        if (given.isPresent()) {
            return given;
        }
        if (defined == null) {
            return Optional.of(settings.decorated(logicalId));
        }
        if (defined instanceof Node.Scalar name && !name.isNull()) {
            return Optional.of(settings.decorated(name.text()));
        }
        var reason = defined instanceof Node.Unresolved unresolved
                ? "can't be resolved: " + unresolved.reason()
                : "has to be a text, not " + defined.description();
        var unnamed = table.get();
        faults.add(
                unnamed,
                "the name of table \"" + logicalId + "\" " + reason + "; or name the table with "
                        + settings.nameOf(DefinitionOption.TABLE_NAMES) + "=" + logicalId + "=<name>"
                        + KnownOfTable.words(unnamed));
        return Optional.empty();
    }

    /**
     * The real name of the table of a file that doesn't say of which table it is: the user names it by the file's name.
     *
     * @param what what the file is, in words
     */
    Optional<String> nameByFile(Node document, String what) {
        var path = file.name();
        var fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var given = settings.realName(fileName);
        if (given.isEmpty()) {
            faults.add(
                    document,
                    what + " doesn't say of which table it is: name it with "
                            + settings.nameOf(DefinitionOption.TABLE_NAMES) + "=" + fileName + "=<table>");
        }
        return given;
    }

    /** Adds a table of the file's own environment in the shape of the DynamoDB API, under its real name. */
    public void addTable(String realName, Node.Mapping table, List<TableCreation.Beyond> beyondCreateTable) {
        addTable(here(realName), table, beyondCreateTable);
    }

    /** Adds a table in the shape of the DynamoDB API. */
    public void addTable(TableIdentity identity, Node.Mapping table, List<TableCreation.Beyond> beyondCreateTable) {
        add(identity, false, shape.read(identity.name(), table, beyondCreateTable));
    }

    /** Adds a whole table of a template, which is deployed as one and so has one table of a name. */
    void addDeployed(TableIdentity identity, Node.Mapping table, List<TableCreation.Beyond> beyondCreateTable) {
        var first = deployed.putIfAbsent(identity.name(), new Deployed(identity.address(), table));
        if (first != null) {
            faults.add(
                    table,
                    "\"" + identity.name() + "\" is the name of two tables of one template, " + first.address() + " ("
                            + first.table().position().place() + ") and " + identity.address()
                            + ": name them apart, or let conditions decide which is there");
        }
        add(identity, true, shape.read(identity.name(), table, beyondCreateTable));
    }

    /** Adds the indexes of a table that exists, of the file's own environment, under its real name. */
    public void addIndexes(String realName, Node.Sequence indexes) {
        addIndexes(here(realName), indexes);
    }

    /** Adds the indexes of a table that exists. */
    public void addIndexes(TableIdentity identity, Node.Sequence indexes) {
        add(identity, false, shape.readIndexes(identity.name(), indexes));
    }

    private TableIdentity here(String realName) {
        return TableIdentity.of(realName, realName, file.deployment().environment());
    }

    private void add(TableIdentity identity, boolean isComplete, Optional<TableDefinition> table) {
        table.ifPresent(read -> tables.add(
                new Candidate(read, identity.environment(), identity.isRecorded(), isComplete, identity.address())));
    }

    /** Adds what isn't read. */
    void addUnread(Unread missed) {
        unread.add(missed);
    }

    /** The files that the file may refer to. */
    LocalFiles localFiles() {
        return new LocalFiles(file, unread::add);
    }

    /** Reads the file; a key that stands twice where no table is is said. */
    Node document() {
        return Documents.read(file, unread::add);
    }

    /** Adds what stands there or is referred to there and isn't read. */
    public void addUnread(Unread.Cause cause, String what, Node at, String because) {
        unread.add(new Unread(cause, what, at.position().place(), because));
    }

    /** The tables that were found, in order. */
    public List<Candidate> tables() {
        return tables;
    }

    /** What isn't read, in order. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }
}
