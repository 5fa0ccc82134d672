package org.twinnet.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The arrows of the house: who may see whom. */
@DisplayName("The architecture")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.twinnet");

    @Test
    void should_keep_frameworks_inside_dl4j_impl_and_the_arbiter_code() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.twinnet.dl4j..", "org.twinnet.compare.tuning.search..", "org.twinnet.compare.bench.tune..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void should_let_the_twins_share_no_code() {
        noClasses()
                .that()
                .resideInAPackage("org.twinnet.scratch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.twinnet.dl4j..", "org.twinnet.data..", "org.twinnet.compare..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.twinnet.dl4j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.twinnet.scratch..", "org.twinnet.data..", "org.twinnet.compare..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.twinnet.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.twinnet.scratch..", "org.twinnet.dl4j..", "org.twinnet.compare..")
                .check(CLASSES);
    }

    @Test
    void should_let_nothing_depend_on_the_command_line() {
        classes()
                .that()
                .resideInAPackage("org.twinnet.compare.cli..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("org.twinnet.compare.cli..")
                .check(CLASSES);
    }

    @Test
    void should_let_the_experiment_and_the_boundary_stand_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("org.twinnet.compare.experiment..", "org.twinnet.compare.boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.twinnet.compare.twin..",
                        "org.twinnet.compare.agreement..",
                        "org.twinnet.compare.report..",
                        "org.twinnet.scratch..",
                        "org.twinnet.dl4j..")
                .check(CLASSES);
    }

    @Test
    void should_let_the_theory_see_neither_twin() {
        classes()
                .that()
                .resideInAPackage("org.twinnet.compare.theory..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.twinnet.compare.theory..", "org.twinnet.compare.experiment..", "java..")
                .check(CLASSES);
        slices().matching("org.twinnet.compare.theory.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void should_let_no_part_of_a_comparison_depend_on_tuning() {
        classes()
                .that()
                .resideInAPackage("org.twinnet.compare.tuning..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(
                        "org.twinnet.compare.tuning..",
                        "org.twinnet.compare.report.tune..",
                        "org.twinnet.compare.bench..",
                        "org.twinnet.compare.cli..")
                .check(CLASSES);
    }
}
