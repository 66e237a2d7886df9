package dev.ensuregsis.local;

/** What is on the class path of this library. */
final class ClassPath {

    private ClassPath() {}

    /** Whether a class can be loaded; it isn't initialized. */
    static boolean has(String className) {
        try {
            Class.forName(className, false, ClassPath.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
