package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import dev.ensuregsis.engine.definition.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading of one file: what the user supplied, and where a format puts the tables and faults that it finds. */
public final class Findings {
    private final SourceFile file;
    private final FormatSettings settings;
    private final Faults faults;
    private final TableShape shape;
    private final List<TableDefinition> tables = new ArrayList<>();

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
     * @param defined the name in the file; null if there is none
     * @param fallback the defined name of a table without one
     * @param table where to report that the name can't be told
     */
    public Optional<String> realName(String logicalId, @Nullable Node defined, String fallback, Node table) {
        var given = settings.realName(logicalId);
        if (given.isPresent()) {
            return given;
        }
        if (defined == null) {
            return Optional.of(settings.decorated(fallback));
        }
        if (defined instanceof Node.Scalar name && !name.isNull()) {
            return Optional.of(settings.decorated(name.text()));
        }
        var reason = defined instanceof Node.Unresolved unresolved
                ? "can't be resolved: " + unresolved.reason()
                : "has to be a text, not " + defined.description();
        faults.add(
                table,
                "the name of table \"" + logicalId + "\" " + reason + "; or name the table with gsi.tableNames="
                        + logicalId + "=<name>");
        return Optional.empty();
    }

    /** Adds a table in the shape of the DynamoDB API, under its real name. */
    public void addTable(String realName, Node.Mapping table, List<String> beyondCreateTable) {
        shape.read(realName, table, beyondCreateTable).ifPresent(tables::add);
    }

    /** Adds the indexes of a table that exists, under its real name. */
    public void addIndexes(String realName, Node.Sequence indexes) {
        shape.readIndexes(realName, indexes).ifPresent(tables::add);
    }

    List<TableDefinition> tables() {
        return tables;
    }
}
