package dev.quarterdeck.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the house: its packages, the packages it may use besides the JDK's, and how many classes it has at
 * least (a rule over no classes holds vacuously).
 */
record Room(String name, List<String> packages, List<String> mayUse, int atLeast) {
    private static final List<String> ALWAYS =
            List.of("java..", "javax.xml..", "javax.crypto..", "javax.net..", "org.jspecify..");

    ArchRule rule() {
        String[] allowed =
                Stream.of(ALWAYS, packages, mayUse).flatMap(List::stream).toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .as(name + " uses nothing but " + mayUse);
    }

    long size(JavaClasses classes) {
        return classes.stream()
                .filter(resideInAnyPackage(packages.toArray(String[]::new)))
                .count();
    }

    @Override
    public String toString() {
        return name;
    }
}
