// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names of columns usually tell, in English and in Vietnamese without accents. */
enum Role {
    KEY("id", "code", "uuid", "guid", "key", "ma", "so", "stt"),
    VERSION("updated", "modified", "update", "changed", "timestamp", "version", "sequence", "seq", "capnhat", "sua"),
    TITLE("name", "title", "subject", "label", "ten", "tieude", "tieu", "noidung"),
    DAY("date", "day", "time", "at", "ngay", "thoigian"),
    LATITUDE("lat", "latitude", "vido", "vi", "y"),
    LONGITUDE("lon", "lng", "long", "longitude", "kinhdo", "kinh", "x"),
    AREA_CODE("communecode", "wardcode", "areacode", "maxa", "madvhc", "maphuong", "mahuyen"),
    AREA_NAME("commune", "ward", "district", "diaban", "xa", "phuong", "address", "diachi"),
    /** Left out unless a person decides otherwise. */
    PERSONAL(
            "phone",
            "mobile",
            "email",
            "sdt",
            "dienthoai",
            "hoten",
            "fullname",
            "firstname",
            "lastname",
            "cccd",
            "cmnd",
            "passport",
            "birth",
            "dob",
            "ngaysinh",
            "sender",
            "reporter",
            "owner",
            "nguoi",
            "citizen",
            "patient",
            "benhnhan",
            "hocsinh"),
    CREDENTIAL("key", "token", "secret", "password", "apikey", "accesstoken", "auth", "sig", "signature"),
    CURSOR("next", "cursor", "continuation", "nextpage", "nextcursor", "nexttoken", "pagetoken"),
    TOTAL("total", "totalcount", "totalrow", "totalrows", "totalrecords", "tongso", "tong");

    private final Set<String> words;

    Role(String... words) {
        this.words = Set.of(words);
    }

    /** Whether one word of the name, two that follow each other, or all of it together, is one of the role's. */
    boolean fits(String name) {
        List<String> parts = FieldNames.words(name).stream()
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList();
        if (words.contains(String.join("", parts))) {
            return true;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (words.contains(parts.get(i))
                    || (i + 1 < parts.size() && words.contains(parts.get(i) + parts.get(i + 1)))) {
                return true;
            }
        }
        return false;
    }
}
