// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Json;

/** A dossier as iGate nests it; names are lists by language (228 Vietnamese, 46 English). */
final class IGateWire {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

    private IGateWire() {}

    static ObjectNode dossier(Dossier dossier) {
        ObjectNode row = Json.object();
        row.put("id", String.format(Locale.ROOT, "%08x", dossier.code().hashCode()))
                .put("code", dossier.code());
        row.set("procedure", procedure(dossier));
        row.set("applicant", applicant(dossier));
        row.set("agency", agency(dossier));
        row.set("agencyLevel", Json.object().put("code", dossier.procedure().ofCommune() ? "PHUONGXA" : "QUANHUYEN"));
        ObjectNode level = Json.object();
        level.set("name", name("Mức độ " + dossier.procedure().level()));
        row.set("procedureLevel", level);
        ObjectNode task = Json.object();
        task.set("name", name(word(dossier.status())));
        row.set("dossierTaskStatus", task);
        row.set("dossierStatus", Json.object().put("id", status(dossier.status())));
        row.put("acceptedDate", moment(dossier.received())).put("appointmentDate", moment(dossier.due()));
        row.put("completedDate", moment(dossier.ended())).put("updatedDate", moment(dossier.updated()));
        return row;
    }

    private static ObjectNode procedure(Dossier dossier) {
        ObjectNode sector = Json.object().put("id", "s-" + dossier.procedure().fieldCode());
        sector.put("code", dossier.procedure().fieldCode());
        sector.set("name", name(dossier.procedure().fieldName()));
        ObjectNode procedure =
                Json.object().put("id", "p-" + dossier.procedure().code());
        procedure.put("code", dossier.procedure().code());
        procedure.set("sector", sector);
        procedure.set("name", name(dossier.procedure().name()));
        return procedure;
    }

    private static ObjectNode applicant(Dossier dossier) {
        String fullName = dossier.company() == null ? dossier.applicant().name() : dossier.company();
        ObjectNode applicant =
                Json.object().put("userId", "u-" + dossier.applicant().account());
        applicant.set(
                "data",
                Json.object()
                        .put("fullname", fullName)
                        .put("identityNumber", dossier.applicant().officialNumber())
                        .put("phoneNumber", dossier.applicant().phone().replace(" ", "")));
        return applicant;
    }

    private static ObjectNode agency(Dossier dossier) {
        boolean before = dossier.body().areaScheme().startsWith("pre");
        ObjectNode parent = Json.object().put("code", before ? "H47" : "H17");
        parent.set("name", name(before ? "UBND tỉnh Quảng Nam" : "UBND thành phố Đà Nẵng"));
        ObjectNode agency = Json.object()
                .put("id", "a-" + dossier.body().code())
                .put("code", dossier.body().code());
        agency.set("name", name(dossier.body().name()));
        agency.set("parent", parent);
        return agency;
    }

    private static ArrayNode name(String vietnamese) {
        return Json.array().add(Json.object().put("languageId", 228).put("name", vietnamese));
    }

    /** iGate counts otherwise than the national portal. */
    private static int status(int national) {
        return switch (national) {
            case 1 -> 0;
            case 5, 6 -> 3;
            case 7, 8 -> 6;
            case 3 -> 12;
            case 9, 10 -> 4;
            default -> 2;
        };
    }

    private static String word(int national) {
        return switch (national) {
            case 1 -> "Mới đăng ký";
            case 2 -> "Được tiếp nhận";
            case 3 -> "Không được tiếp nhận";
            case 5 -> "Yêu cầu bổ sung giấy tờ";
            case 6 -> "Yêu cầu thực hiện nghĩa vụ tài chính";
            case 7 -> "Công dân yêu cầu rút hồ sơ";
            case 8 -> "Dừng xử lý";
            case 9 -> "Đã xử lý xong";
            case 10 -> "Đã trả kết quả";
            default -> "Đang xử lý";
        };
    }

    private static @Nullable String moment(@Nullable LocalDateTime at) {
        return at == null ? null : MOMENT.format(at.atZone(DistrictClock.ZONE));
    }
}
