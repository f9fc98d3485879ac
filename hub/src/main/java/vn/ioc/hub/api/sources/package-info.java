// SPDX-License-Identifier: Apache-2.0
/** The sources as integrators see them: state, rejections, previews, pulls. */
@NullMarked
package vn.ioc.hub.api.sources;

import org.jspecify.annotations.NullMarked;
