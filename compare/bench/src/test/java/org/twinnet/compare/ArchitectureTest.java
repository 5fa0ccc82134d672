package org.twinnet.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.planted.SeesTheTwin;
import org.twinnet.compare.report.planted.UsesAFramework;
import org.twinnet.scratch.planted.SeesTheData;

/** The arrows of the house: who may see whom. */
@DisplayName("The architecture")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.twinnet");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importClasses(SeesTheTwin.class, UsesAFramework.class);

    /** Each planted class breaks one rule, and its name says which. */
    private static JavaClasses with(Class<?> planted) {
        return new ClassFileImporter().importClasses(planted);
    }

    static Stream<House.Room> rooms() {
        return House.rooms().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void should_see_only_the_rooms_that_it_may_see(House.Room room) {
        assertTrue(room.classes(CLASSES) >= room.fewest(), room.name() + " has " + room.classes(CLASSES) + " classes");
        room.doors().check(CLASSES);
    }

    @Test
    void should_have_every_class_in_a_room() {
        List<String> homeless = CLASSES.stream()
                .filter(it -> rooms().noneMatch(room -> room.here().test(it)))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertEquals(List.of(), homeless);
    }

    @Test
    void should_have_no_cycle_of_packages() {
        House.noCycles().check(CLASSES);
    }

    @Test
    void should_hold_at_most_twenty_types_a_package() {
        assertEquals(Map.of(), House.crowded(CLASSES));
    }

    @Test
    void should_catch_a_package_of_twenty_one_types(@TempDir Path folder) throws IOException {
        String types = IntStream.rangeClosed(1, House.MOST_TYPES + 1)
                .mapToObj(i -> "class Type" + i + " { interface Nested {} }")
                .collect(Collectors.joining("\n", "package crowd;\n", "\n"));
        Path source = Files.writeString(folder.resolve("Types.java"), types);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString()));

        JavaClasses crowd = new ClassFileImporter().importPath(folder);

        assertEquals(Map.of("crowd", House.MOST_TYPES + 1L), House.crowded(crowd));
    }

    static Stream<House.Library> libraries() {
        return House.libraries().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("libraries")
    void should_use_a_library_only_where_it_belongs(House.Library library) {
        library.closed().check(CLASSES);
    }

    @Test
    void should_catch_a_class_that_sees_too_much() {
        assertBroken(House.room("compare.experiment").doors(), SeesTheTwin.class);
        assertBroken(House.room("scratch").doors(), SeesTheData.class);
        assertBroken(House.libraries().get(0).closed(), UsesAFramework.class);
    }

    @Test
    void should_catch_a_cycle() {
        EvaluationResult result = House.noCycles().evaluate(PLANTED);
        assertTrue(result.getFailureReport().toString().contains("Cycle detected"));
    }

    private static void assertBroken(ArchRule rule, Class<?> planted) {
        List<String> details = rule.evaluate(with(planted)).getFailureReport().getDetails();
        assertFalse(details.isEmpty(), rule.getDescription());
        assertTrue(details.get(0).contains(planted.getName()), details.get(0));
    }

    @Test
    void should_use_nothing_of_arbiters_networks_whose_spaces_and_scores_are_wrong_and_whose_tasks_sleep() {
        // AdamSpace sets β₁ = β₂ = ε, test losses hold the penalty, networks are of single precision, each task sleeps
        // for two seconds; the bench has to use them, because it holds them against ours
        noClasses()
                .that()
                .resideOutsideOfPackage("org.twinnet.compare.bench.tune..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.deeplearning4j.arbiter",
                        "org.deeplearning4j.arbiter.conf..",
                        "org.deeplearning4j.arbiter.layers..",
                        "org.deeplearning4j.arbiter.scoring..",
                        "org.deeplearning4j.arbiter.saver..",
                        "org.deeplearning4j.arbiter.task..")
                .check(CLASSES);
    }
}
