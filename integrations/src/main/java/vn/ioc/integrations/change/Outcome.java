// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/** What became of one item of a source: data that is bad is a value, never an exception. */
public sealed interface Outcome permits Change, Rejected {}
