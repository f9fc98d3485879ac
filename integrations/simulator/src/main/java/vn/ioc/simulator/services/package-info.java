// SPDX-License-Identifier: Apache-2.0
/** Public services: one book of procedures and dossiers, served as the provincial portal's sync and as VNPT iGate. */
@NullMarked
package vn.ioc.simulator.services;

import org.jspecify.annotations.NullMarked;
