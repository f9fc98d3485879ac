// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.wire.Json;

/** A petition as an item of the list, in the shape of Hue-S, with its dirt. */
final class PetitionWire {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
    private static final DateTimeFormatter DOUBLED = DateTimeFormatter.ofPattern("dd//MM/uuuu  HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Categories categories;

    PetitionWire(Categories categories) {
        this.categories = categories;
    }

    /** {@code plainDates}: the second time that a page shows the same petition, its dates are clean. */
    ObjectNode item(Petition petition, boolean plainDates) {
        ObjectNode item = Json.object();
        boolean gone = petition.progress() == Petition.Progress.DELETED;
        boolean asText = petition.dirt().contains(Dirt.NUMBERS_AS_TEXT);
        number(item, "PhanAnhID", petition.id(), asText);
        item.put("NguonID", 2);
        number(item, "ChuyenMucID", petition.category(), asText);
        item.put("TenChuyenMuc", categories.name(petition.category()));
        item.put("TieuDe", gone ? null : composed(petition, petition.title()));
        item.put("NoiDungPhanAnh", gone ? null : composed(petition, petition.body()));
        item.put("NgayPhanAnh", received(petition, plainDates));
        coordinates(item, petition);
        item.put("DiaChiSuKien", gone ? null : address(petition));
        item.put("DonViThuLy", petition.handler().code());
        item.put("DenNgay", petition.kind() == Kind.COMMENT ? "" : DAY.format(petition.due()));
        number(item, "TrangThai", petition.progress().code, asText);
        answer(item, petition, gone);
        Integer rating = petition.rating();
        if (rating == null) {
            item.putNull("DanhGia");
        } else {
            number(item, "DanhGia", rating, asText);
        }
        number(item, "CongKhai", petition.published() ? 1 : 0, petition.dirt().contains(Dirt.ISO_DATE));
        item.put("TaiKhoan", petition.sender().account());
        item.set("DanhSachFileDinhKem", gone ? Json.array() : pictures(petition));
        item.set("DanhSachFileDinhKem_Kq", gone ? Json.array() : scans(petition));
        item.put("NgayCapNhat", MOMENT.format(petition.updated()));
        return item;
    }

    private static void answer(ObjectNode item, Petition petition, boolean gone) {
        Reply reply = petition.reply();
        if (reply == null || gone) {
            item.putNull("NoiDungTraLoi");
            item.putNull("FileTraLoi");
            item.putNull("NgayTraLoi");
            return;
        }
        item.put("NoiDungTraLoi", composed(petition, reply.text()));
        item.put("FileTraLoi", reply.file());
        item.put("NgayTraLoi", MOMENT.format(reply.at()));
    }

    private static String received(Petition petition, boolean plainDates) {
        LocalDateTime at = petition.received();
        if (!plainDates && petition.dirt().contains(Dirt.DOUBLED_SEPARATORS)) {
            return DOUBLED.format(at);
        }
        if (!plainDates && petition.dirt().contains(Dirt.ISO_DATE)) {
            return at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
        return MOMENT.format(at);
    }

    private static void coordinates(ObjectNode item, Petition petition) {
        double east = petition.place().village().longitude();
        double north = petition.place().village().latitude();
        if (petition.dirt().contains(Dirt.NO_COORDINATES) || petition.progress() == Petition.Progress.DELETED) {
            item.putNull("KinhDo");
            item.putNull("ViDo");
        } else if (petition.dirt().contains(Dirt.COMMA_COORDINATES)) {
            item.put("KinhDo", degrees(east).replace('.', ','));
            item.put("ViDo", degrees(north).replace('.', ','));
        } else if (petition.dirt().contains(Dirt.COORDINATES_AS_TEXT)) {
            item.put("KinhDo", degrees(east));
            item.put("ViDo", degrees(north));
        } else if (petition.dirt().contains(Dirt.SWAPPED_COORDINATES)) {
            item.put("KinhDo", north);
            item.put("ViDo", east);
        } else {
            item.put("KinhDo", east);
            item.put("ViDo", north);
        }
    }

    private static String address(Petition petition) {
        Place place = petition.place();
        String village = place.village().name();
        String start = village.substring(0, 1).toUpperCase(Locale.ROOT) + village.substring(1);
        String commune = place.communeName().replace("thị trấn", "TT");
        return switch ((int) (petition.id() % 5)) {
            case 0 -> start + ", " + place.bareCommune();
            case 1 -> start + ", " + place.communeName();
            case 2 -> start + " - " + commune;
            default -> start + ", " + commune;
        };
    }

    private static ArrayNode pictures(Petition petition) {
        ArrayNode files = Json.array();
        for (int i = 1; i <= petition.id() % 4 - 1; i++) {
            files.add(file("IMG_" + petition.id() + "_" + i + ".jpg"));
        }
        return files;
    }

    private static ArrayNode scans(Petition petition) {
        ArrayNode files = Json.array();
        Reply reply = petition.reply();
        if (reply != null && reply.file() != null) {
            files.add(file(reply.file()));
        }
        return files;
    }

    private static ObjectNode file(String name) {
        return Json.object()
                .put("FileName", name)
                .put("FileName_Thumb", "thumb_" + name)
                .put("OpenFile", "https://smart.vidu.invalid/tep/" + name);
    }

    private static void number(ObjectNode item, String field, long value, boolean asText) {
        if (asText) {
            item.put(field, Long.toString(value));
        } else {
            item.put(field, value);
        }
    }

    private static @Nullable String composed(Petition petition, String text) {
        return petition.dirt().contains(Dirt.DECOMPOSED) ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
