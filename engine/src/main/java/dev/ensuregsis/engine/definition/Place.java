package dev.ensuregsis.engine.definition;

/**
 * Where in a definition something stands, for the person who has to find it.
 *
 * @param source the file, or what stands for one (an annotation, a class)
 * @param line the line, from 1; 0 where there is none
 * @param pointer the JSON pointer of the element ({@code /bookings/0/IndexName}); empty for the whole document
 */
public record Place(String source, int line, String pointer) {

    /**
     * A place without line or pointer.
     *
     * @param source the file, or what stands for one
     * @return the place
     */
    public static Place of(String source) {
        return new Place(source, 0, "");
    }

    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + (pointer.isEmpty() ? "" : " at " + pointer);
    }
}
