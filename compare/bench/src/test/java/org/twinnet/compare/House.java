package org.twinnet.compare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rooms of the house and the doors between them. A room is a package, with those below it unless they are rooms
 * themselves.
 */
final class House {

    private static final String ROOT = "org.twinnet.";

    /**
     * A room, the rooms that it may see, and the fewest classes that it holds: a rule over nothing proves nothing.
     *
     * @param name package without {@code org.twinnet.}
     * @param fewest number of classes
     * @param sees packages without {@code org.twinnet.}
     */
    record Room(String name, int fewest, List<String> sees) {

        DescribedPredicate<JavaClass> here() {
            List<String> inner = ROOMS.keySet().stream()
                    .filter(other -> other.startsWith(name + "."))
                    .map(House::within)
                    .toList();
            DescribedPredicate<JavaClass> all = resideInAPackage(within(name));
            return name.equals("compare")
                    ? resideInAPackage(ROOT + name)
                    : inner.isEmpty() ? all : all.and(not(resideInAnyPackage(inner.toArray(String[]::new))));
        }

        /** Nothing here depends on another room than those that it may see. */
        ArchRule doors() {
            List<DescribedPredicate<JavaClass>> open = new ArrayList<>();
            open.add(here());
            sees.forEach(other -> open.add(room(other).here()));
            DescribedPredicate<JavaClass> elsewhere = resideInAPackage("org.twinnet..");
            for (DescribedPredicate<JavaClass> room : open) {
                elsewhere = elsewhere.and(not(room));
            }
            return noClasses()
                    .that(here())
                    .should()
                    .dependOnClassesThat(elsewhere.as("reside in rooms other than " + sees))
                    .as(name + " sees " + sees + " only");
        }

        long classes(JavaClasses classes) {
            return classes.stream().filter(here()).count();
        }
    }

    private static final Map<String, Room> ROOMS = new LinkedHashMap<>();

    static {
        room("data", 6);
        room("data.io", 3, "data");
        room("data.npz", 10, "data", "data.io");
        room("data.source", 15, "data", "data.io", "data.npz");
        room("data.generator", 7, "data");
        room("scratch", 40);
        room("dl4j", 30);
        room("compare.text", 5);
        room("compare.ladder", 6, "compare.text");
        room("compare.json", 1);
        room("compare.experiment", 20, "compare.text", "compare.json", "data", "data.npz");
        room("compare.theory", 20, "compare.text", "compare.experiment");
        room("compare.twin", 15, "compare.text", "compare.experiment", "data", "scratch", "dl4j");
        room("compare.boundary", 10, "data");
        room(
                "compare.agreement",
                18,
                "compare.text",
                "compare.ladder",
                "compare.experiment",
                "compare.theory",
                "compare.twin",
                "compare.boundary",
                "data",
                "scratch");
        room(
                "compare.convention",
                2,
                "compare.experiment",
                "compare.twin",
                "compare.agreement",
                "compare.ladder",
                "data");
        room("compare.equivalence", 2, "compare.experiment", "compare.twin", "data");
        room(
                "compare.evolution",
                3,
                "compare.equivalence",
                "compare.experiment",
                "compare.twin",
                "compare.boundary",
                "compare.agreement",
                "compare.ladder",
                "compare.convention",
                "data");
        room(
                "compare.comparison",
                3,
                "compare.equivalence",
                "compare.experiment",
                "compare.twin",
                "compare.boundary",
                "compare.agreement",
                "compare.ladder",
                "compare.evolution",
                "data",
                "dl4j");
        room("compare.trace", 15, "compare.text", "compare.experiment", "data", "data.npz", "scratch");
        room("compare.replay", 8, "compare.experiment", "compare.theory", "compare.trace", "scratch");
        room(
                "compare.check",
                20,
                "compare.text",
                "compare.experiment",
                "compare.theory",
                "compare.twin",
                "compare.agreement",
                "compare.ladder",
                "compare.trace",
                "compare.replay",
                "data",
                "data.npz",
                "scratch");
        room(
                "compare.diagnosis",
                14,
                "compare.text",
                "compare.experiment",
                "compare.theory",
                "compare.agreement",
                "compare.ladder",
                "compare.trace",
                "compare.check",
                "scratch");
        room(
                "compare.verdict",
                4,
                "compare.experiment",
                "compare.agreement",
                "compare.ladder",
                "compare.trace",
                "compare.check",
                "compare.diagnosis",
                "compare.text",
                "dl4j");
        room(
                "compare.tuning",
                50,
                "compare.text",
                "compare.experiment",
                "compare.twin",
                "compare.agreement",
                "compare.ladder",
                "compare.evolution",
                "compare.json",
                "data",
                "dl4j");
        room(
                "compare.move",
                8,
                "compare.text",
                "compare.json",
                "compare.experiment",
                "compare.agreement",
                "compare.trace",
                "compare.check",
                "compare.twin",
                "data",
                "data.npz",
                "data.io",
                "scratch");
        room(
                "compare",
                1,
                "compare.experiment",
                "compare.comparison",
                "compare.trace",
                "compare.verdict",
                "compare.tuning",
                "data");
        room(
                "compare.report",
                50,
                "compare.equivalence",
                "compare.check",
                "compare.experiment",
                "compare.boundary",
                "compare.agreement",
                "compare.ladder",
                "compare.convention",
                "compare.evolution",
                "compare.verdict",
                "compare.tuning",
                "compare.json",
                "compare.text",
                "compare.output",
                "data");
        room("compare.output", 10, "compare.text");
        room(
                "compare.cli",
                20,
                "compare",
                "compare.equivalence",
                "compare.experiment",
                "compare.theory",
                "compare.boundary",
                "compare.agreement",
                "compare.ladder",
                "compare.comparison",
                "compare.evolution",
                "compare.trace",
                "compare.check",
                "compare.diagnosis",
                "compare.verdict",
                "compare.twin",
                "compare.tuning",
                "compare.move",
                "compare.report",
                "compare.output",
                "compare.text",
                "data",
                "data.source",
                "dl4j");
        room(
                "compare.bench",
                30,
                "compare.experiment",
                "compare.theory",
                "compare.twin",
                "compare.agreement",
                "compare.ladder",
                "compare.tuning",
                "compare.report",
                "compare.output",
                "compare.text",
                "compare.cli",
                "data",
                "data.source",
                "scratch",
                "dl4j");
        room(
                "junit",
                4,
                "compare.text",
                "compare.experiment",
                "compare.theory",
                "compare.agreement",
                "compare.ladder",
                "compare.trace",
                "compare.replay",
                "compare.check",
                "compare.verdict",
                "data",
                "data.npz",
                "scratch");
    }

    private House() {}

    private static void room(String name, int fewest, String... sees) {
        ROOMS.put(name, new Room(name, fewest, List.of(sees)));
    }

    static Room room(String name) {
        return ROOMS.get(name);
    }

    static List<Room> rooms() {
        return List.copyOf(ROOMS.values());
    }

    private static String within(String name) {
        return ROOT + name + "..";
    }

    /** The most types of a package; what needs more is two ideas. */
    static final int MOST_TYPES = 20;

    /** How many types each package has that has more than it should; nested types belong to the one around them. */
    static Map<String, Long> crowded(JavaClasses classes) {
        Map<String, Long> types = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        types.values().removeIf(count -> count <= MOST_TYPES);
        return types;
    }

    /** No package depends on itself by way of others. */
    static ArchRule noCycles() {
        return slices().matching(ROOT + "(**)").should().beFreeOfCycles();
    }

    /**
     * A library, and the only rooms that may use it.
     *
     * @param packages packages of the library
     * @param rooms packages without {@code org.twinnet.}, those below included
     */
    record Library(List<String> packages, List<String> rooms) {
        ArchRule closed() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(rooms.stream().map(House::within).toArray(String[]::new))
                    .and()
                    .resideOutsideOfPackage("gg.jte.generated..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.toArray(String[]::new))
                    .as(packages + " only in " + rooms);
        }
    }

    static List<Library> libraries() {
        return List.of(
                new Library(
                        List.of("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."),
                        List.of("dl4j", "compare.tuning.search", "compare.bench.tune")),
                new Library(
                        List.of("org.deeplearning4j.arbiter.."),
                        List.of("compare.tuning.search", "compare.bench.tune", "compare.bench.search")),
                new Library(List.of("picocli..", "me.tongfei.."), List.of("compare.cli", "compare.bench.cli")),
                new Library(List.of("gg.jte.."), List.of("compare.report")),
                new Library(
                        List.of("tools.jackson..", "com.fasterxml.jackson.."),
                        List.of(
                                "compare.report",
                                "compare.tuning.study",
                                "compare.move",
                                "compare.json",
                                "compare.output",
                                "compare.experiment.file",
                                "compare.bench",
                                // DL4J's own Jackson is another one; its annotations are shared
                                "dl4j")),
                new Library(List.of("java.sql..", "org.sqlite.."), List.of("compare.tuning.study")),
                new Library(List.of("org.locationtech.."), List.of("compare.boundary", "compare.report")));
    }
}
