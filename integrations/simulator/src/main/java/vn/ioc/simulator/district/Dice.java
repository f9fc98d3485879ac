// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed, name and number give the same throws in the same order. */
public final class Dice {
    private final SplittableRandom random;

    Dice(long seed, String what, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < what.length(); i++) {
            mixed = (mixed ^ what.charAt(i)) * 0x100000001B3L;
        }
        this.random = new SplittableRandom(mixed ^ (number * 0xD1B54A32D192ED03L));
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low >= high ? low : random.nextInt(low, high + 1);
    }

    /** True in {@code percent} of a hundred throws. */
    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A new list with the same items in a thrown order. */
    public <T> List<T> shuffled(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, Random.from(random));
        return copy;
    }

    /** A day from {@code first} to {@code last}, both included. */
    public LocalDate day(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay();
        return days <= 0 ? first : first.plusDays(random.nextLong(days + 1));
    }

    /** A moment of that day between 07:00 and 17:00. */
    public LocalDateTime officeHour(LocalDate day) {
        return day.atTime(LocalTime.of(7, 0).plusSeconds(random.nextInt(10 * 3600)));
    }

    /** Letters and digits without the ones that are read wrongly (0, O, 1, I). */
    public String code(int length) {
        String letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(letters.charAt(random.nextInt(letters.length())));
        }
        return code.toString();
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
