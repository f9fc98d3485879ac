// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.util.List;

/** What is asked of a hub that holds the whole district. */
final class DistrictQuestions {
    /** How much is there of the sources that the ledger is compared with. */
    static final String ARRIVED = """
            { cameras { totalCount } parRankings { totalCount } schoolYears { totalCount } fireDangers { totalCount }
              healthDailies { totalCount } fireHotspots { totalCount } }
            """;
    /** Every figure of the article, with what was reported beside what is computed. */
    static final String FIGURES = """
            { cameras { totalCount }
              namTraMy: assistances(where: {recipientName: {contains: "Nam Trà My"}}) { totalCount }
              tienPhuoc: assistances(where: {recipientName: {contains: "Tiên Phước"}}) { totalCount }
              procedures { totalCount }
              partlyOnline: procedures(where: {serviceLevel: {eq: "3"}}) { totalCount }
              fullyOnline: procedures(where: {serviceLevel: {eq: "4"}}) { totalCount }
              sameDay: procedures(where: {sameDay: {eq: true}, level: {eq: "commune"}}) { totalCount }
              shortened: procedures(where: {shortened: {eq: true}}) { totalCount }
              rankings: parRankings(where: {unitCode: {eq: "515"}, year: {in: [2021, 2022]}}) { edges { node { year index rank } } }
              petitions { totalCount }
              flagged: replies(where: {flags: {has: "answeredNotBeforeReceived"}}) { totalCount }
              onTime: indicators(names: ["on-time"], by: [CATEGORY]) { rules explanation value whole
                groups { keys { value label } value part whole }
                reported { value figures { edges { node { value period } } } } }
              online: indicators(names: ["full-online"]) { explanation english: explanation(lang: EN) value part whole
                reported { explanation english: explanation(lang: EN) value
                  figures { edges { node { name value unit period report note } } } } }
              documents: indicators(names: ["signed-electronic"]) { value part whole } }
            """;

    private static final String BEFORE = "{lt: \"2025-07-01T00:00:00+07:00\"}";
    private static final String AFTER = "{gte: \"2025-07-01T00:00:00+07:00\"}";
    /** What is there of each sector, before and after the communes were merged; rankings are of the district that ended then. */
    static final String TRA_TAN = """
            { area(scheme: "post-2025-07", code: "20923") { fullName
                petitions { totalCount }
                documentsBefore: documents(where: {issuedOn: {lt: "2025-07-01"}}) { totalCount }
                documentsAfter: documents(where: {issuedOn: {gte: "2025-07-01"}}) { totalCount }
                dossiers(first: 100) { edges { node { place { name } } } }
                dossiersBefore: dossiers(where: {receivedAt: %1$s}) { totalCount }
                dossiersAfter: dossiers(where: {receivedAt: %2$s}) { totalCount }
                mentionsBefore: mentions(where: {publishedAt: %1$s}) { totalCount }
                mentionsAfter: mentions(where: {publishedAt: %2$s}) { totalCount }
                schools { totalCount }
                schoolYearsBefore: schoolYears(where: {startsOn: {lt: "2025-07-01"}}) { totalCount }
                schoolYearsAfter: schoolYears(where: {startsOn: {gte: "2025-07-01"}}) { totalCount }
                clinicsBefore: healthFacilities(where: {validTo: {lt: "2025-07-01"}}) { totalCount }
                clinicsAfter: healthFacilities(where: {validFrom: {gte: "2025-07-01"}}) { totalCount }
                healthBefore: healthDailies(where: {day: {lt: "2025-07-01"}}) { totalCount }
                healthAfter: healthDailies(where: {day: {gte: "2025-07-01"}}) { totalCount }
                hotspotsBefore: fireHotspots(where: {acquiredAt: %1$s}) { totalCount }
                hotspotsAfter: fireHotspots(where: {acquiredAt: %2$s}) { totalCount }
                cameras { totalCount }
                predecessors { edges { node { name parent { name parRankings { totalCount } } } } } } }
            """.formatted(BEFORE, AFTER);
    /** Those of the counts above that the district has something to count for. */
    static final List<String> OF_TRA_TAN = List.of(
            "petitions",
            "documentsBefore",
            "documentsAfter",
            "dossiersBefore",
            "dossiersAfter",
            "mentionsBefore",
            "mentionsAfter",
            "schools",
            "schoolYearsBefore",
            "schoolYearsAfter",
            "clinicsBefore",
            "clinicsAfter",
            "healthBefore",
            "healthAfter",
            "hotspotsBefore",
            "hotspotsAfter",
            "cameras");

    private DistrictQuestions() {}
}
