package dev.quarry.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The directions between packages, as docs/architecture.md draws them. A rule that matches no class yet is
/// allowed to: packages come one by one.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.quarry");

    @Test
    void packagesFormNoCycles() {
        check(slices().matching("dev.quarry.(*)..").should().beFreeOfCycles());
    }

    @Test
    void panesDoNotImportEachOther() {
        check(slices().matching("dev.quarry.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(inPackage("dev.quarry.ui.window"), anything())
                .ignoreDependency(anything(), inPackage("dev.quarry.ui.fx"))
                .ignoreDependency(anything(), inPackage("dev.quarry.ui.control"))
                .because("panes meet in ui.window; controls and the FX hop are for all of them"));
    }

    @Test
    void onlyTheWindowAndItsStarterSeeJavaFx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.quarry.ui..", "dev.quarry.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxmisc..", "atlantafx.."));
    }

    @Test
    void onlyTheTextPanesSeeRichTextFx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.quarry.ui.editor..", "dev.quarry.ui.run..", "dev.quarry.ui.diff..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fxmisc.."));
    }

    @Test
    void onlyTheFxHopNamesPlatform() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.quarry.ui..")
                .and()
                .resideOutsideOfPackage("dev.quarry.ui.fx..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform"));
    }

    @Test
    void onlyBedrockAndTheSamplesSeeTheAwsSdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.quarry.bedrock..", "dev.quarry.sample..")
                .and()
                .doNotHaveFullyQualifiedName("dev.quarry.app.Wiring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.."));
    }

    @Test
    void onlyTheHistorySeesSqlite() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.quarry.history..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql.."));
    }

    @Test
    void theSamplesSeeTheWireFormatAndNoClient() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.quarry.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.."));
    }

    @Test
    void onlyTheKeychainSeesItsLibrary() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.quarry.keychain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.javakeyring.."));
    }

    @Test
    void connectionsKnowTheRunAndNothingElseOfOurs() {
        check(onlySees("bedrock", "run", "model"));
        check(onlySees("sample", "run"));
    }

    @Test
    void purePackagesSeeNothingElseOfOurs() {
        check(onlySees("run"));
        check(onlySees("language"));
        check(onlySees("diff"));
        check(onlySees("settings", "run"));
        check(onlySees("model", "run"));
        check(onlySees("keychain", "run"));
        check(onlySees("fault"));
        check(onlySees("history", "run"));
        check(onlySees("context", "language"));
        check(onlySees("money", "run"));
        check(onlySees("secret", "run"));
        check(onlySees("preset", "language"));
        check(onlySees("trial", "run", "model", "preset", "language"));
        check(onlySees("check", "run", "preset", "language"));
    }

    @Test
    void nothingSeesItsCallers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.quarry.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.quarry.app.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.quarry.app..", "dev.quarry.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.quarry.ui.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.quarry.app..", "dev.quarry.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.quarry.cli.."));
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.quarry.ui..", "dev.quarry.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.quarry.bedrock..", "dev.quarry.sample..", "dev.quarry.keychain.."));
    }

    private static ArchRule onlySees(String slice, String... others) {
        var allowed = new String[others.length + 1];
        allowed[0] = "dev.quarry." + slice + "..";
        for (var i = 0; i < others.length; i++) {
            allowed[i + 1] = "dev.quarry." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("dev.quarry." + slice + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another package of ours",
                        c -> c.getPackageName().startsWith("dev.quarry")
                                && Arrays.stream(allowed)
                                        .noneMatch(a -> PackageMatcher.of(a).matches(c.getPackageName()))));
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return JavaClass.Predicates.resideInAPackage(name + "..");
    }

    private static DescribedPredicate<JavaClass> anything() {
        return DescribedPredicate.alwaysTrue();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
