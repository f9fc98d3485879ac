// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.indicators;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Problem;
import vn.ioc.hub.api.ProblemTranslator;
import vn.ioc.hub.indicator.IndicatorException;

/** What was asked of indicators and makes no sense. Files are checked at start, so no question meets a bad one. */
@Component
class IndicatorProblems implements ProblemTranslator {
    @Override
    public Optional<Problem> find(Throwable failure) {
        return failure instanceof IndicatorException refused
                        && refused.reason() == IndicatorException.Reason.BAD_REQUEST
                ? Optional.of(new Problem(ErrorCode.BAD_REQUEST, String.valueOf(refused.getMessage())))
                : Optional.empty();
    }
}
