// SPDX-License-Identifier: Apache-2.0
/** Qoffice: documents as edXML packages and status packages, secret and broken ones among them. */
@NullMarked
package vn.ioc.simulator.documents;

import org.jspecify.annotations.NullMarked;
