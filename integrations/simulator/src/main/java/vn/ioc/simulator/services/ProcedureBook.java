// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ioc.simulator.district.Resource;

/** The 261 procedures of the article: 12 at level 3, 217 at level 4; 54 same-day ones; 20 shortened by a tenth. */
final class ProcedureBook {
    private static final int LEVEL_3 = 12;
    private static final int LEVEL_2 = 32;
    private static final int SHORTENED = 20;

    private ProcedureBook() {}

    static List<Procedure> read() {
        List<Procedure> procedures = new ArrayList<>();
        String[] head = new String[0];
        String field = "";
        int shortened = 0;
        for (String line : Resource.lines("services/procedures.txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                head = line.substring(1, line.indexOf(']')).split(" ");
                field = line.substring(line.indexOf(']') + 2);
                continue;
            }
            int legal = Integer.parseInt(head[2]);
            boolean cut = legal % 10 == 0 && legal > 0 && shortened < SHORTENED && procedures.size() % 3 == 0;
            shortened += cut ? 1 : 0;
            procedures.add(new Procedure(
                    code(line, procedures.size()),
                    line,
                    head[0],
                    field,
                    head[1].equals("XA"),
                    level(procedures.size()),
                    legal,
                    cut ? legal * 9 / 10 : legal));
        }
        return List.copyOf(procedures);
    }

    /** Spread over the whole list: every eighth informs only, every twentieth is partly online, the rest wholly. */
    private static int level(int index) {
        if (index % 8 == 7 && index / 8 < LEVEL_2) {
            return 2;
        }
        return index % 20 == 5 && index / 20 < LEVEL_3 ? 3 : 4;
    }

    private static String code(String name, int index) {
        return switch (name) {
            case "Cấp giấy chứng nhận quyền sử dụng đất lần đầu" -> "1.004193";
            case "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan Việt Nam cấp" -> "2.000488";
            default -> String.format(Locale.ROOT, "%d.%06d", index % 3 == 2 ? 2 : 1, 5001 + index * 7);
        };
    }
}
