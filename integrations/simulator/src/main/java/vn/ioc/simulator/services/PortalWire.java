// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.wire.Json;

/** Dossiers, steps and procedures as the national sync writes them: texts throughout, dates {@code yyyyMMddHHmmss}. */
final class PortalWire {
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private PortalWire() {}

    static ObjectNode dossier(Dossier dossier) {
        ObjectNode row = Json.object().put("MaHoSo", dossier.code());
        row.put("MaTTHC", procedureCode(dossier))
                .put("TenTTHC", dossier.procedure().name());
        row.put("MaLinhVuc", dossier.procedure().fieldCode());
        row.put("TenLinhVuc", dossier.procedure().fieldName());
        boolean company = dossier.company() != null;
        row.put("ChuHoSo", company ? dossier.company() : dossier.applicant().name());
        row.put("LoaiDoiTuong", company ? "2" : "1").put("MaDoiTuong", officialNumber(dossier, company));
        row.put("ThongTinKhac", "").put("Email", "").put("Fax", "");
        row.put("SoDienThoai", dossier.applicant().phone().replace(" ", ""));
        row.put("TrichYeuHoSo", dossier.summary()).put("NgayTiepNhan", received(dossier));
        row.put("NgayHenTra", moment(dossier.due())).put("TrangThaiHoSo", Integer.toString(dossier.status()));
        row.put("NgayTra", moment(dossier.returned())).put("ThongTinTra", "");
        row.put("HinhThuc", Integer.toString(dossier.channel()));
        row.put("NgayKetThucXuLy", moment(dossier.ended()))
                .put("DonViXuLy", dossier.body().name());
        row.put("GhiChu", dossier.note());
        row.set("TaiLieuNop", papers(dossier));
        row.set("DanhSachLePhi", fees(dossier));
        row.set("DanhSachHoSoBoSung", supplements(dossier));
        row.set("DanhSachGiayToKetQua", Json.array());
        return row;
    }

    static List<ObjectNode> steps(Dossier dossier) {
        return dossier.steps().stream()
                .map(step -> Json.object()
                        .put("MaHoSo", dossier.code())
                        .put("NguoiXuLy", step.worker())
                        .put("ChucDanh", step.post())
                        .put("ThoiDiemXuLy", MOMENT.format(step.at()))
                        .put("PhongBanXuLy", step.department())
                        .put("NoiDungXuLy", step.work())
                        .put("TrangThai", Integer.toString(step.status()))
                        .put("NgayBatDau", MOMENT.format(step.start()))
                        .put("NgayKetThucTheoQuyDinh", moment(dossier.due())))
                .toList();
    }

    static ObjectNode procedure(Procedure procedure) {
        return Json.object()
                .put("MaTTHC", procedure.code() + ".000.00.00.H47")
                .put("TenTTHC", procedure.name())
                .put("MaLinhVuc", procedure.fieldCode())
                .put("TenLinhVuc", procedure.fieldName())
                .put("CapThucHien", procedure.ofCommune() ? "Cấp Xã" : "Cấp Huyện")
                .put("MucDoDVC", Integer.toString(procedure.level()))
                .put("ThoiHanTheoQuyDinh", Integer.toString(procedure.legalDays()))
                .put("ThoiHanGiaiQuyet", Integer.toString(procedure.promisedDays()))
                .put("DonViThoiHan", procedure.sameDay() ? "Trong ngày" : "Ngày làm việc")
                .put("TrangThai", "1");
    }

    /** Some write the national code alone, the others with the province behind it. */
    private static String procedureCode(Dossier dossier) {
        String national = dossier.procedure().code();
        if (dossier.code().hashCode() % 9 == 0) {
            return national;
        }
        boolean districts = dossier.received().toLocalDate().isBefore(Organizations.WITHOUT_DISTRICTS);
        return national + ".000.00.00." + (districts ? "H47" : "H17");
    }

    private static String officialNumber(Dossier dossier, boolean company) {
        if (dossier.code().hashCode() % 13 == 0) {
            return "";
        }
        String number = dossier.applicant().officialNumber();
        return company ? "40000" + number.substring(7) : number;
    }

    /** The day alone, when the counter did not note the hour. */
    private static String received(Dossier dossier) {
        return (dossier.code().hashCode() % 7 == 0 ? DAY : MOMENT).format(dossier.received());
    }

    private static ArrayNode papers(Dossier dossier) {
        ArrayNode papers = Json.array();
        if (dossier.channel() == 2) {
            papers.add(Json.object()
                    .put("TepDinhKemId", dossier.code() + "-1")
                    .put("TenTepDinhKem", "Đơn đề nghị.pdf")
                    .put("IsDeleted", "False")
                    .put("MaThanhPhanHoSo", "TP01")
                    .put("DuongDanTaiTepTin", "https://dichvucong.vidu.invalid/tep/" + dossier.code()));
        }
        return papers;
    }

    private static ArrayNode fees(Dossier dossier) {
        ArrayNode fees = Json.array();
        if (dossier.procedure().fieldCode().startsWith("G13")
                || dossier.procedure().fieldCode().equals("G06")) {
            fees.add(Json.object()
                    .put(
                            "TenPhiLePhi",
                            "Lệ phí " + dossier.procedure().fieldName().toLowerCase(Locale.ROOT))
                    .put("MaPhiLePhi", "LP01")
                    .put("HinhThucThu", dossier.channel() == 2 ? "2" : "1")
                    .put("Gia", "25000")
                    .put("LoaiPhiLePhi", "2"));
        }
        return fees;
    }

    private static ArrayNode supplements(Dossier dossier) {
        ArrayNode supplements = Json.array();
        LocalDateTime asked = dossier.supplement();
        if (asked != null) {
            supplements.add(Json.object()
                    .put("HoSoBoSungId", "1")
                    .put("NoiDungBoSung", "Bổ sung giấy tờ còn thiếu")
                    .put("NgayBoSung", MOMENT.format(asked))
                    .put("NgayHenTraTruoc", moment(dossier.due()))
                    .put(
                            "NgayHenTraMoi",
                            moment(
                                    dossier.due() == null
                                            ? asked.plusDays(7)
                                            : dossier.due().plusDays(7)))
                    .put("TrangThaiBoSung", "1"));
        }
        return supplements;
    }

    private static String moment(@Nullable LocalDateTime at) {
        return at == null ? "" : MOMENT.format(at);
    }
}
