// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of code lists: its name, as errors show it, and its bytes. The first line says where it comes from. */
public record CodeFile(String name, byte[] bytes) {
    private static final List<String> BUILT_IN = List.of("code_lists", "hub_lists");

    /** The lists that ship with the hub, {@code integrations/codes/}. */
    public static List<CodeFile> builtIn() {
        return BUILT_IN.stream().map(CodeFile::resource).toList();
    }

    public static CodeFile read(Path file) {
        try {
            return new CodeFile(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CodeException(CodeException.Reason.UNREADABLE, file.toString(), "cannot be read");
        }
    }

    private static CodeFile resource(String list) {
        String name = "codes/" + list + ".csv";
        try (InputStream in = CodeFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new CodeException(CodeException.Reason.UNREADABLE, name, "is missing from the module");
            }
            return new CodeFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
