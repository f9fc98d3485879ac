// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import vn.ioc.schema.VietnameseText;

/** Something to find in a text. */
sealed interface Needle {
    List<Piece.Mark> find(List<Piece> pieces);

    /** Words side by side: with the accents that were typed; where those are nowhere in the text, without. */
    record Words(List<Token> tokens) implements Needle {
        @Override
        public List<Piece.Mark> find(List<Piece> pieces) {
            List<Piece.Mark> exact = rows(
                    pieces,
                    (t, p) -> t.accented()
                            ? t.exact().equals(p.exact())
                            : t.folded().equals(p.folded()));
            return exact.isEmpty() ? rows(pieces, (t, p) -> t.folded().equals(p.folded())) : exact;
        }

        private List<Piece.Mark> rows(List<Piece> pieces, BiPredicate<Token, Piece> same) {
            List<Piece.Mark> marks = new ArrayList<>();
            for (int at = 0; at + tokens.size() <= pieces.size(); at++) {
                int matched = 0;
                while (matched < tokens.size() && same.test(tokens.get(matched), pieces.get(at + matched))) {
                    matched++;
                }
                if (matched == tokens.size()) {
                    marks.add(new Piece.Mark(
                            pieces.get(at).from(), pieces.get(at + matched - 1).to()));
                }
            }
            return marks;
        }
    }

    /** A code, whole or its start up to a joint; typed without accents it finds either. */
    record Code(Token token) implements Needle {
        @Override
        public List<Piece.Mark> find(List<Piece> pieces) {
            List<Piece.Mark> marks = new ArrayList<>();
            for (Piece piece : pieces) {
                if (starts(piece.run(), token.exact()) || starts(VietnameseText.folded(piece.run()), token.exact())) {
                    marks.add(new Piece.Mark(piece.from(), piece.runTo()));
                }
            }
            return marks;
        }

        private static boolean starts(String run, String code) {
            return run.equals(code) || Codes.starts(run).contains(code);
        }
    }
}
