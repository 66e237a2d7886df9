package dev.ensuregsis.engine.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file system in the steps that the state takes on it, each of which can fail, or be lost in a crash until it is
 * forced. {@link #LOCAL} is the real one; tests and simulations bring their own.
 */
public interface Disk {

    /** The file system of this machine. */
    Disk LOCAL = new LocalDisk();

    /**
     * Reads a whole file.
     *
     * @param file which
     * @return its bytes; empty if there is no such file
     * @throws IOException if it is there and can't be read
     */
    Optional<byte[]> read(Path file) throws IOException;

    /**
     * Whether there is a file or directory of this name.
     *
     * @param path the name
     * @return true if so
     */
    boolean exists(Path path);

    /**
     * Makes one directory whose parent exists.
     *
     * @param directory which; may exist already
     * @throws IOException if it can't be made
     */
    void createDirectory(Path directory) throws IOException;

    /**
     * Makes a file, or empties the one of this name, to write it from the start.
     *
     * @param file which
     * @return takes its bytes; to be closed
     * @throws IOException if it can't be made
     */
    OutputStream create(Path file) throws IOException;

    /**
     * Returns when the bytes of a file will outlast a crash.
     *
     * @param file which
     * @throws IOException if that can't be had
     */
    void force(Path file) throws IOException;

    /**
     * Returns when the names in a directory will outlast a crash.
     *
     * @param directory which
     * @throws IOException if that can't be had
     */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Gives a file another name in the same directory, in place of one that has it: all at once.
     *
     * @param from its name
     * @param to its new name
     * @throws IOException if it can't be moved; both are as before
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Removes a file, if it is there.
     *
     * @param file which
     * @throws IOException if it is there and can't be removed
     */
    void delete(Path file) throws IOException;

    /**
     * Names what lies in a directory.
     *
     * @param directory which
     * @return the files in it, in any order; none if there is no such directory
     * @throws IOException if it can't be read
     */
    List<Path> list(Path directory) throws IOException;
}
