package dev.ensuregsis.maven.internal.console;

/** Where a state lies, by its name alone, as scripts look for it, and by its folder. */
final class StatePlace {
    private StatePlace() {}

    /** The file's name; all of a place that is no file. */
    static String name(String place) {
        return place.substring(lastSeparator(place) + 1);
    }

    /** Whether it is a file: a place of another kind has words. */
    static boolean isFile(String place) {
        return lastSeparator(place) >= 0;
    }

    /** The folder; empty for a place without one. */
    static String folder(String place) {
        return place.substring(0, Math.max(0, lastSeparator(place)));
    }

    private static int lastSeparator(String place) {
        return Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\'));
    }
}
