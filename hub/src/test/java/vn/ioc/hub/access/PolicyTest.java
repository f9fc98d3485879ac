// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ioc.schema.RecordModel;

final class PolicyTest {
    private final RecordModel model = RecordModel.withBuiltIn(List.of());
    private final Policy policy =
            new Policy(model, code -> code.equals("20900") ? Set.of("Area:n/20900", "Area:o/20900") : Set.of());

    private static Subject petition(String audience, String place) {
        return new Subject("Petition", "PETITIONS", audience, place, null);
    }

    private Rights rights(String role, String... areas) {
        return policy.rightsOf(new Caller("i", "s", Set.of(role), List.of(areas)));
    }

    @Test
    void anOfficerSeesOnlyThePetitionsOfTheArea() {
        Rights officer = rights("officer", "20900");
        assertThat(officer.sees(petition("INTERNAL", "Area:o/20900"), model)).isTrue();
        assertThat(officer.sees(petition("INTERNAL", "Area:o/20926"), model)).isFalse();
        assertThat(officer.sees(petition("PUBLIC", null), model)).isFalse();
        assertThat(officer.sees(new Subject("Document", "DOCUMENTS", "PUBLIC", "Area:o/20900", null), model))
                .isFalse();
        assertThat(officer.sees(new Subject("Area", "TERRITORY", "PUBLIC", null, null), model))
                .isTrue();
    }

    @Test
    void anOfficerWithoutOrWithAnUnknownAreaSeesNoPetition() {
        assertThat(rights("officer").grantsFor(model.type("Petition"))).isEmpty();
        assertThat(rights("officer", "99999").sees(petition("PUBLIC", "Area:o/20900"), model))
                .isFalse();
    }

    @Test
    void theSenderIsHiddenWithoutTheRightToIt() {
        Subject contact = new Subject("Contact", "PETITIONS", "INTERNAL", "Area:o/20900", null);
        assertThat(rights("leader").sees(contact, model)).isTrue();
        assertThat(rights("officer", "20900").sees(contact, model)).isFalse();
        assertThat(rights("integrator").sees(contact, model)).isFalse();
        assertThat(rights("public").sees(contact, model)).isFalse();
    }

    @Test
    void unknownRolesAndNobodySeeNothing() {
        assertThat(rights("root")).isEqualTo(Rights.NONE);
        assertThat(policy.rightsOf(Caller.NOBODY)).isEqualTo(Rights.NONE);
    }

    @Test
    void masksAllButTheEnd() {
        assertThat(Mask.of("congdan.0931")).isEqualTo("•••••931");
        assertThat(Mask.of("abc")).isEqualTo("•••");
    }
}
