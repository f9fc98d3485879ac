// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house. A violation's message says how to mend it. */
@AnalyzeClasses(packages = "vn.ioc", importOptions = ArchitectureTest.Production.class)
final class ArchitectureTest {
    /** Not the tests, whichever build compiled them. */
    static final class Production implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("schema")
            .definedBy("vn.ioc.schema..")
            .layer("integrations")
            .definedBy("vn.ioc.integrations..")
            .layer("hub")
            .definedBy("vn.ioc.hub..")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("integrations", "hub")
            .whereLayer("integrations")
            .mayOnlyBeAccessedByLayers("hub")
            .whereLayer("hub")
            .mayNotBeAccessedByAnyLayer()
            .because("arrows run hub → integrations → schema; move what two modules need into the lower one");

    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("access")
            .definedBy("vn.ioc.hub.access..")
            .layer("territory")
            .definedBy("vn.ioc.hub.territory..")
            .layer("graph")
            .definedBy("vn.ioc.hub.graph..")
            .layer("ingest")
            .definedBy("vn.ioc.hub.ingest..")
            .layer("search")
            .definedBy("vn.ioc.hub.search..")
            .layer("indicator")
            .definedBy("vn.ioc.hub.indicator..")
            .layer("api")
            .definedBy("vn.ioc.hub.api..")
            .layer("embedded")
            .definedBy("vn.ioc.hub.embedded..")
            .layer("app")
            .definedBy("vn.ioc.hub.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("graph", "api", "app")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("search", "api", "app")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("indicator", "api", "app")
            .whereLayer("indicator")
            .mayOnlyBeAccessedByLayers("api", "app")
            .because(
                    "data flows one way: declare a port in your room and let the other implement it, as graph does for search");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("vn.ioc.hub.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that needs its user is one room");

    @ArchTest
    static final ArchRule DRIVER = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "vn.ioc.hub.graph..", "vn.ioc.hub.ingest..", "vn.ioc.hub.territory..", "vn.ioc.hub.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.neo4j.driver..")
            .because("Cypher lives in graph and ingest; add a method to a port there");

    @ArchTest
    static final ArchRule ELASTICSEARCH = noClasses()
            .that()
            .resideOutsideOfPackages("vn.ioc.hub.search..", "vn.ioc.hub.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("co.elastic.clients..")
            .because("only search speaks to Elasticsearch");

    @ArchTest
    static final ArchRule CAMEL = noClasses()
            .that()
            .resideOutsideOfPackage("vn.ioc.integrations.route..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("Camel carries; everything else is plain Java");

    @ArchTest
    static final ArchRule GRAPHQL_EXECUTION = noClasses()
            .that()
            .resideOutsideOfPackages("vn.ioc.hub.api..", "vn.ioc.hub.graph..", "vn.ioc.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("graphql.execution..", "graphql.schema..")
            .because("only api executes GraphQL; graph reads its selection sets, schema its definitions");

    @ArchTest
    static final ArchRule ONE_JACKSON = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("Jackson 3 (tools.jackson) is the one JSON library");

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
            .because("every package is @NullMarked");
}
