// SPDX-License-Identifier: Apache-2.0

/** A calendar day in Asia/Ho_Chi_Minh as the hub writes it, e.g. 2026-06-30. */
export type CalendarDay = `${number}-${number}-${number}`;

/** A day told from today, which filters take: -7d is a week ago, +3M three months ahead. */
export type RelativeDay = "today" | `${"-" | "+"}${number}${"d" | "w" | "M" | "y"}`;

/** A moment with its offset as the hub writes it, e.g. 2026-06-30T08:00:00+07:00. */
export type Moment = `${CalendarDay}T${string}`;

/** What a filter takes for a day. */
export type DayInput = CalendarDay | RelativeDay;

/** What a filter takes for a moment; a day told from today means the midnight that begins it. */
export type MomentInput = Moment | RelativeDay | "now";

/** A GeoJSON geometry (RFC 7946), WGS 84, longitude first. */
export interface Geometry {
  readonly type: string;
  readonly coordinates: unknown;
}

/** The day as the hub writes it. @throws RangeError when it is none */
export function day(text: string): CalendarDay {
  const read = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(read.getTime()) || !read.toISOString().startsWith(text)) {
    throw new RangeError(`not a day of the form yyyy-MM-dd: ${text}`);
  }
  return text as CalendarDay;
}

/** The moment of a Date, in UTC, which the hub takes as well. */
export function moment(at: Date): Moment {
  return at.toISOString() as Moment;
}
