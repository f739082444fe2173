// Times of day between the settings, which count minutes since midnight, and the field that is typed in.

const two = (part: number) => String(part).padStart(2, '0');

export function timeText(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The minute of a time as its field writes it; `null` when it is no time. */
export function minuteOf(time: string): number | null {
  const found = /^(\d\d):(\d\d)$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
