// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.SourceSystem;

class QofficeTest {
    private final SourceSystem qoffice = Asking.system("qoffice", 7, 1);

    @Test
    void scaleOneHoldsAboutFourHundredDocumentsOnBothSidesOfJuly2025() {
        List<LedgerEntry> live = state(LedgerEntry.State.LIVE);
        assertThat(live).hasSizeBetween(380, 420);
        assertThat(live)
                .filteredOn(e -> e.version().compareTo("2025-07") >= 0)
                .hasSizeGreaterThan(80)
                .allSatisfy(e -> assertThat(e.facts().get("from")).endsWith("H17"));
        assertThat(live)
                .filteredOn(e -> e.version().compareTo("2025-07") < 0)
                .hasSizeGreaterThan(200)
                .noneMatch(e -> e.facts().get("from").endsWith("H17"));
        assertThat(live).allSatisfy(e -> assertThat(e.version()).isBetween("2021", "2026-06-30T23:59"));
        long good = live.stream()
                .filter(e -> e.facts().get("signed").equals("true")
                        && e.facts().get("electronic").equals("true"))
                .count();
        assertThat(good * 100.0 / live.size()).isGreaterThan(90);
    }

    @Test
    void theListPagesBySequence() {
        List<JsonNode> rows = rows(37);
        assertThat(rows).extracting(r -> r.get("sequence").asLong()).isSorted().doesNotHaveDuplicates();
        assertThat(rows).hasSameSizeAs(rows(500));
        JsonNode last = list(Map.of("since", rows.getLast().get("sequence").asString()));
        assertThat(last.get("data")).isEmpty();
        assertThat(last.get("total").asInt()).isZero();
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(list(Map.of("type", "status", "limit", "5")).get("data"))
                .allMatch(r -> r.get("type").asString().equals("status"));
    }

    @Test
    void theLetterThatAnswersPetition1021IsThere() throws Exception {
        LedgerEntry entry = entry("000.03.15.H47,2022/05/19,87/TNMT");
        Element root = parse(xml(String.valueOf(entry.facts().get("package"))));
        assertThat(text(root, "OrganId")).isEqualTo("000.03.15.H47");
        assertThat(text(root, "Subject"))
                .isEqualTo("V/v trả lời kiến nghị đo đạc, cấp giấy chứng nhận đất lâm nghiệp tại thôn 1, xã Trà Giác");
        assertThat(text(root, "DueDate")).isEqualTo("2022/05/31");
        assertThat(root.getElementsByTagNameNS("*", "Bussiness").getLength()).isEqualTo(1);
    }

    @Test
    void everyLivePackageParsesAndSaysWhatTheLedgerSays() throws Exception {
        Set<String> shapes = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        state(LedgerEntry.State.LIVE).forEach(e -> known.add(e.id()));
        int decomposed = 0;
        for (LedgerEntry entry : state(LedgerEntry.State.LIVE)) {
            byte[] bytes = xml(String.valueOf(entry.facts().get("package")));
            Element root = parse(bytes);
            shapes.add(root.getLocalName() + "/" + Objects.requireNonNullElse(root.getPrefix(), "") + "/"
                    + root.getElementsByTagName("edXML:MessageHeader").getLength());
            Element header =
                    (Element) root.getElementsByTagNameNS("*", "MessageHeader").item(0);
            assertThat(last(header, "DocumentId")).isEqualTo(entry.id());
            assertThat(text(root, "Timestamp").replace('/', '-').replace(' ', 'T'))
                    .startsWith(entry.version());
            if (entry.facts().containsKey("responseTo")) {
                assertThat(known).contains(entry.facts().get("responseTo"));
            }
            if (!Normalizer.isNormalized(new String(bytes, StandardCharsets.UTF_8), Normalizer.Form.NFC)) {
                decomposed++;
            }
        }
        assertThat(shapes).hasSize(4);
        assertThat(decomposed).isBetween(15, 60);
    }

    @Test
    void canaryWordsStandInMarkedPackagesOnly() {
        List<LedgerEntry> refused = state(LedgerEntry.State.REFUSED);
        assertThat(refused).hasSize(Secret.Mark.values().length);
        Map<String, String> canaries = new LinkedHashMap<>();
        refused.forEach(e -> canaries.put(e.facts().get("canary"), e.id()));
        state(LedgerEntry.State.BROKEN).stream()
                .filter(e -> e.facts().containsKey("canary"))
                .forEach(e -> canaries.put(e.facts().get("canary"), e.id()));
        assertThat(canaries).hasSize(refused.size() + 1);
        for (JsonNode row : rows(500)) {
            String id = row.get("id").asString();
            String text = new String(xml(id), StandardCharsets.UTF_8);
            canaries.forEach((canary, at) -> assertThat(text.contains(canary)).isEqualTo(at.equals(id)));
            assertThat(row.toString()).doesNotContain(canaries.keySet());
        }
    }

    @Test
    void unreadablePackagesDoNotParse() throws Exception {
        List<LedgerEntry> broken = state(LedgerEntry.State.BROKEN);
        assertThat(broken).hasSize(Broken.values().length);
        for (LedgerEntry entry : broken) {
            byte[] bytes = xml(entry.id());
            boolean readable = true;
            try {
                parse(bytes);
            } catch (SAXException e) {
                readable = false;
            }
            assertThat(readable)
                    .as(entry.facts().get("reason"))
                    .isEqualTo("NO_KEY".equals(entry.facts().get("reason")));
        }
    }

    @Test
    void aCorrectionIsOneMorePackageOfTheSameDocument() throws Exception {
        String id = "000.03.15.H47,2022/05/19,87/TNMT";
        int before = rows(500).size();
        LedgerEntry edited = qoffice.edit(id);
        assertThat(rows(500)).hasSize(before + 1);
        assertThat(edited.id()).isEqualTo(id);
        assertThat(edited.version()).isEqualTo("2026-11-24T08:00");
        Element root = parse(xml(String.valueOf(edited.facts().get("package"))));
        assertThat(text(root, "BussinessDocType")).isEqualTo("2");
        assertThat(text(root, "Content")).endsWith("(cập nhật lần 1)");
    }

    @Test
    void aDeletedDocumentLeavesAnEntryThatNamesItOrNothing() {
        LedgerEntry first = state(LedgerEntry.State.LIVE).getFirst();
        LedgerEntry second = state(LedgerEntry.State.LIVE).getLast();
        qoffice.delete(first.id(), false);
        qoffice.delete(second.id(), true);
        JsonNode last = rows(500).getLast();
        assertThat(last.get("type").asString()).isEqualTo("deleted");
        assertThat(last.get("documentId").asString()).isEqualTo(first.id());
        assertThat(answer(String.valueOf(first.facts().get("package"))).status())
                .isEqualTo(410);
        assertThat(rows(500))
                .noneMatch(r -> r.get("id").asString().equals(second.facts().get("package")));
        assertThat(entry(first.id()).state()).isEqualTo(LedgerEntry.State.DELETED);
        assertThat(entry(second.id()).state()).isEqualTo(LedgerEntry.State.DELETED);
    }

    @Test
    void theFolderHoldsTheSamePackages() {
        Map<String, byte[]> files = qoffice.files();
        assertThat(files).hasSameSizeAs(rows(500));
        LedgerEntry entry = state(LedgerEntry.State.LIVE).getFirst();
        String id = String.valueOf(entry.facts().get("package"));
        assertThat(files.get(id + ".edxml")).isEqualTo(xml(id));
    }

    @Test
    void scaleMultiplies() {
        SourceSystem thrice = Asking.system("qoffice", 7, 3);
        assertThat(thrice.ledger().stream().filter(e -> e.state() == LedgerEntry.State.LIVE))
                .hasSizeBetween(1140, 1260);
    }

    private List<JsonNode> rows(int limit) {
        List<JsonNode> rows = new ArrayList<>();
        String since = "0";
        while (true) {
            JsonNode page = list(Map.of("since", since, "limit", Integer.toString(limit)));
            page.get("data").forEach(rows::add);
            if (page.get("next").isNull()) {
                return rows;
            }
            since = page.get("next").asString();
        }
    }

    private JsonNode list(Map<String, String> query) {
        return Asking.json(Asking.get(qoffice, "/packages", query));
    }

    private Answer answer(String id) {
        return Asking.get(qoffice, "/packages/" + id, Map.of());
    }

    private byte[] xml(String id) {
        Answer answer = answer(id);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private LedgerEntry entry(String id) {
        return qoffice.ledger().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<LedgerEntry> state(LedgerEntry.State state) {
        return qoffice.ledger().stream().filter(e -> e.state() == state).toList();
    }

    private static Element parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    private static String last(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        return found.item(found.getLength() - 1).getTextContent();
    }
}
