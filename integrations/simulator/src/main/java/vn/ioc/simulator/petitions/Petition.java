// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;

/**
 * One petition as the portal holds it.
 *
 * @param due the day by which an answer was promised
 * @param handler the body it was given to
 * @param rating 1 to 5 stars
 * @param updated when anything of it was last changed: its version
 */
record Petition(
        long id,
        Kind kind,
        int category,
        String title,
        String body,
        Place place,
        LocalDateTime received,
        LocalDate due,
        Organization handler,
        Person sender,
        @Nullable Reply reply,
        Progress progress,
        @Nullable Integer rating,
        boolean published,
        LocalDateTime updated,
        Set<Dirt> dirt) {

    /** {@code TrangThai}, with its number on the wire. */
    enum Progress {
        DELETED(-1),
        NEW(0),
        IN_PROCESSING(1),
        HANDLED(3);

        final int code;

        Progress(int code) {
            this.code = code;
        }
    }

    /** True when it belongs to the list {@code LoaiXuLy} = 1. */
    boolean handled() {
        return progress == Progress.HANDLED || (progress == Progress.DELETED && reply != null);
    }

    Petition withReply(Reply next, LocalDateTime at) {
        return new Petition(
                id,
                kind,
                category,
                title,
                body,
                place,
                received,
                due,
                handler,
                sender,
                next,
                Progress.HANDLED,
                rating,
                published,
                at,
                dirt);
    }

    Petition withBody(String next, LocalDateTime at) {
        return new Petition(
                id, kind, category, title, next, place, received, due, handler, sender, reply, progress, rating,
                published, at, dirt);
    }

    Petition withRating(int next, LocalDateTime at) {
        return new Petition(
                id, kind, category, title, body, place, received, due, handler, sender, reply, progress, next,
                published, at, dirt);
    }

    Petition deleted(LocalDateTime at) {
        return new Petition(
                id,
                kind,
                category,
                title,
                body,
                place,
                received,
                due,
                handler,
                sender,
                reply,
                Progress.DELETED,
                rating,
                published,
                at,
                dirt);
    }
}
