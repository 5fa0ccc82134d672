package org.twinnet.compare.bench.result;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory of a process at one moment of its work.
 *
 * @param iterations how much of the work is done, such as finished iterations
 * @param residentBytes resident memory; null where the operating system does not tell
 * @param heapBytes size of the Java heap, of which some may not be resident yet
 */
public record MemoryPoint(int iterations, Long residentBytes, long heapBytes) {

    private static final String WORD = "memory";
    private static final String UNKNOWN = "unknown";

    /**
     * The point as a line for {@link #parse}.
     *
     * @return one line
     */
    public String line() {
        return WORD + " " + iterations + " " + (residentBytes == null ? UNKNOWN : residentBytes) + " " + heapBytes;
    }

    /**
     * Reads what {@link #line} wrote; other lines are passed over.
     *
     * @param lines what a process printed
     * @return the points, at least one
     * @throws ChildFailedException if there is none
     */
    public static List<MemoryPoint> parse(List<String> lines) throws ChildFailedException {
        List<MemoryPoint> points = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split(" ", -1);
            if (words.length == 4 && words[0].equals(WORD)) {
                points.add(point(words, line));
            }
        }
        if (points.isEmpty()) {
            throw new ChildFailedException("it printed no memory");
        }
        return List.copyOf(points);
    }

    private static MemoryPoint point(String[] words, String line) throws ChildFailedException {
        try {
            Long resident = words[2].equals(UNKNOWN) ? null : Long.valueOf(words[2]);
            return new MemoryPoint(Integer.parseInt(words[1]), resident, Long.parseLong(words[3]));
        } catch (NumberFormatException e) {
            throw new ChildFailedException("it printed '" + line + "', which holds no numbers");
        }
    }
}
