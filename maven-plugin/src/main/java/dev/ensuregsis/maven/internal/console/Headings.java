package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which index the lines are about: a result that comes while another stands above it gets its index's name first. Not
 * thread-safe.
 */
final class Headings {
    private final IndexLabels labels;
    private final Paragraphs paragraphs = new Paragraphs();
    private final Set<IndexId> announced = new HashSet<>();
    private @Nullable IndexId heading;

    /** No lines yet. */
    Headings(IndexLabels labels) {
        this.labels = labels;
    }

    /** How things stand at the beginning. */
    List<Line> opening(List<Line> lines) {
        return paragraphs.next(Paragraphs.Kind.OPENING, lines);
    }

    /** That an index is created; its results follow. */
    List<Line> announce(IndexId index) {
        announced.add(index);
        return begin(index, List.of(Line.info("Creating GSI: " + labels.of(index))));
    }

    boolean isAnnounced(IndexId index) {
        return announced.contains(index);
    }

    /** What begins with an index; its results follow. */
    List<Line> begin(IndexId index, List<Line> lines) {
        heading = index;
        return paragraphs.next(Paragraphs.Kind.CREATION, lines);
    }

    /** What comes of an index. */
    List<Line> under(IndexId index, List<Line> result) {
        if (index.equals(heading)) {
            return paragraphs.more(result);
        }
        heading = index;
        return paragraphs.more(Stream.concat(Stream.of(Line.info(labels.of(index) + ":")), result.stream())
                .toList());
    }

    /** What stands as it stood, of one index after another. */
    List<Line> standing(Line line) {
        heading = null;
        return paragraphs.next(Paragraphs.Kind.STANDING, List.of(line));
    }

    /** What is about no index. */
    List<Line> aside(List<Line> lines) {
        heading = null;
        return paragraphs.more(lines);
    }
}
