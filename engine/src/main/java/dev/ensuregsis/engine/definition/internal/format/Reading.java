package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import dev.ensuregsis.engine.definition.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.List;

/** The reading of one file: what the user supplied, and where a format puts the tables and faults that it finds. */
public final class Reading {
    private final SourceFile file;
    private final FormatSettings settings;
    private final Faults faults;
    private final TableShape shape;
    private final List<TableDefinition> tables = new ArrayList<>();

    Reading(SourceFile file, FormatSettings settings, Faults faults) {
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
