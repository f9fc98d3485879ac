// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;

/**
 * An application on its way.
 *
 * @param code body, day of reception and running number: {@code 000.00.15.H47-230105-0012}
 * @param company the applicant's name when it is a company, else null
 * @param channel 1 counter, 2 online, 3 post
 * @param due null when the result is given at once
 * @param status 1 to 10 as the national portal counts them
 * @param ended when the work ended; null while it goes on
 * @param returned when the result was handed over
 * @param supplement the day on which papers were asked for, or null
 * @param updated when anything of it last changed; not on the wire of the portal
 */
record Dossier(
        String code,
        Procedure procedure,
        Organization body,
        Person applicant,
        @Nullable String company,
        String summary,
        int channel,
        LocalDateTime received,
        @Nullable LocalDateTime due,
        int status,
        @Nullable LocalDateTime ended,
        @Nullable LocalDateTime returned,
        @Nullable LocalDateTime supplement,
        String note,
        List<Step> steps,
        LocalDateTime updated) {

    /** One hand through which it went. */
    record Step(
            String worker,
            String post,
            String department,
            String work,
            int status,
            LocalDateTime at,
            LocalDateTime start) {}

    /** Handled in the sense of the on-time rule: resolved, returned or withdrawn. */
    boolean handled() {
        return status == 9 || status == 10 || status == 7;
    }

    boolean late() {
        return handled() && ended != null && due != null && ended.toLocalDate().isAfter(due.toLocalDate());
    }

    Dossier advanced(int next, LocalDateTime at, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        boolean over = next >= 9;
        return new Dossier(
                code,
                procedure,
                body,
                applicant,
                company,
                summary,
                channel,
                received,
                due,
                next,
                over && ended == null ? at : ended,
                next == 10 ? at : returned,
                supplement,
                note,
                List.copyOf(more),
                at);
    }

    Dossier noted(String next, LocalDateTime at) {
        return new Dossier(
                code,
                procedure,
                body,
                applicant,
                company,
                summary,
                channel,
                received,
                due,
                status,
                ended,
                returned,
                supplement,
                next,
                steps,
                at);
    }
}
