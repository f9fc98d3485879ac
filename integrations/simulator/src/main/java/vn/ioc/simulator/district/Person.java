// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who does not exist.
 *
 * @param phone in a number range that no operator gives out
 * @param officialNumber twelve digits like a citizen's number, of a sequence that is not issued
 */
public record Person(String name, String phone, String officialNumber, String account) {
    private static final List<String> FAMILY = List.of(
            "Hồ", "Đinh", "Nguyễn", "Trần", "Huỳnh", "Lê", "Phạm", "Võ", "Bùi", "Phan", "Đoàn", "Trương", "Ung");
    private static final List<String> MIDDLE_M = List.of("Văn", "Minh", "Quốc", "Xuân", "Thanh", "Ngọc");
    private static final List<String> MIDDLE_F = List.of("Thị", "Thị Kim", "Thị Thanh", "Thị Ngọc", "Thị Mỹ");
    private static final List<String> GIVEN = List.of(
            "Thử", "Mẫu", "Dụ", "Định", "Giả", "Ví", "Hư", "Cấu", "Tưởng", "Phỏng", "Nháp", "Lược", "Trống", "Ảnh");

    /** A new one for each throw; given names are words such as sample, trial, draft, so nobody bears them. */
    public static Person pick(Dice dice) {
        boolean woman = dice.percent(50);
        String name = dice.pick(FAMILY) + " " + dice.pick(woman ? MIDDLE_F : MIDDLE_M) + " " + dice.pick(GIVEN);
        int number = dice.between(1, 9999);
        return new Person(
                name,
                String.format(Locale.ROOT, "0900 00%d %03d", number / 1000, number % 1000),
                String.format(Locale.ROOT, "04900000%04d", number),
                String.format(Locale.ROOT, "congdan.%04d", number));
    }
}
