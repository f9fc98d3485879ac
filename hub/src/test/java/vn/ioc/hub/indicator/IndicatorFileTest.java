// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.TallyReader;
import vn.ioc.schema.RecordModel;

/** Files of indicators that are not right. */
final class IndicatorFileTest {
    @Test
    void aBadFileSaysWhereAndWhat() {
        RecordModel model = RecordModel.withBuiltIn(List.of());
        Rights leader =
                new Policy(model, code -> Set.of()).rightsOf(new Caller("i", "leader", Set.of("leader"), List.of()));
        TallyReader none = new TallyReader(model, area -> Set.of(), null, Clock.systemUTC());
        assertThatThrownBy(() -> IndicatorCatalog.read(
                        List.of(
                                new IndicatorFile("a.yaml", "name: a-b\nversion: 1\nunits: PERCENT\n"),
                                new IndicatorFile("b.yaml", """
                                        name: of-nothing
                                        version: 1
                                        title: {vi: Không có gì, en: Of nothing}
                                        explanation: {vi: Không có gì, en: Of nothing}
                                        unit: COUNT
                                        type: Petition
                                        numerator: {count: records, where: {colour: {eq: red}}}
                                        """),
                                new IndicatorFile("c.yaml", """
                                        name: reported-by-none
                                        version: 1
                                        title: {vi: Không có gì, en: Of nothing}
                                        explanation: {vi: Không có gì, en: Of nothing}
                                        unit: COUNT
                                        type: Petition
                                        numerator: {count: records}
                                        reported:
                                          - figures: {colour: {eq: red}}
                                            explanation: {vi: Không có gì, en: Of nothing}
                                        """)),
                        model,
                        none,
                        leader))
                .isInstanceOf(IndicatorException.class)
                .hasMessageContaining("a.yaml:3: 'units' is not known here")
                .hasMessageContaining("b.yaml:1: no filter 'colour' on Petition")
                .hasMessageContaining("c.yaml:1: no filter 'colour' on ReportedFigure");
    }
}
