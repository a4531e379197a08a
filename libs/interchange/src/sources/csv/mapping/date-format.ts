import type { Instant } from '../../../format/record-parts';
import { instantOf, instantOfMillis } from '../../rows/instant';

type Part = 'YYYY' | 'MM' | 'DD' | 'HH' | 'hh' | 'mm' | 'ss' | 'SSS' | 'A' | 'Z';

const PATTERNS: Readonly<Record<string, { readonly part: Part; readonly pattern: string }>> = {
  YYYY: { part: 'YYYY', pattern: '(\\d{4})' },
  MM: { part: 'MM', pattern: '(\\d{2})' },
  M: { part: 'MM', pattern: '(\\d{1,2})' },
  DD: { part: 'DD', pattern: '(\\d{2})' },
  D: { part: 'DD', pattern: '(\\d{1,2})' },
  HH: { part: 'HH', pattern: '(\\d{2})' },
  H: { part: 'HH', pattern: '(\\d{1,2})' },
  hh: { part: 'hh', pattern: '(\\d{2})' },
  h: { part: 'hh', pattern: '(\\d{1,2})' },
  mm: { part: 'mm', pattern: '(\\d{2})' },
  ss: { part: 'ss', pattern: '(\\d{2})' },
  SSS: { part: 'SSS', pattern: '(\\d{1,9})' },
  A: { part: 'A', pattern: '([AaPp][Mm])' },
  Z: { part: 'Z', pattern: '(Z|[+-]\\d{2}:?\\d{2})' },
};

const TOKEN = /YYYY|MM?|DD?|HH?|hh?|mm|ss|SSS|A|Z|[^YMDHhmsSAZ]+|./g;

/** How dates are written: `DD.MM.YYYY HH:mm`, or `seconds` or `milliseconds` since 1970. */
export class DateFormat {
  private readonly parts: Part[] = [];
  private readonly expression: RegExp;
  private readonly clock: Intl.DateTimeFormat;

  /**
   * @param zone of dates that name none: `UTC`, `Europe/Berlin`
   * @throws RangeError where there is no such zone, or where the format lacks the year, the month or the day
   */
  constructor(
    private readonly format: string,
    private readonly zone: string,
  ) {
    this.clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const pattern = (format.match(TOKEN) ?? []).map((token) => {
      const known = PATTERNS[token];
      if (known) this.parts.push(known.part);
      return known?.pattern ?? token.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    });
    this.expression = new RegExp(`^${pattern.join('')}$`);
    const complete = (['YYYY', 'MM', 'DD'] as const).every((part) => this.parts.includes(part));
    if (!complete && !this.isNumber) throw new RangeError('incomplete');
  }

  /** The moment that a text means; null where it is no such date. */
  read(text: string): Instant | null {
    if (this.isNumber) {
      if (!/^\d{1,15}(\.\d+)?$/.test(text)) return null;
      return instantOfMillis(Math.trunc(Number(text) * (this.format === 'seconds' ? 1000 : 1)));
    }
    const found = this.expression.exec(text);
    if (!found) return null;
    const values = new Map(this.parts.map((part, at) => [part, found[at + 1] ?? '']));
    const two = (part: Part) => (values.get(part) ?? '0').padStart(2, '0');
    const date = `${values.get('YYYY')}-${two('MM')}-${two('DD')}`;
    const time = `${this.hourOf(values)}:${two('mm')}:${two('ss')}.${values.get('SSS') ?? '0'}`;
    const zone = values.get('Z');
    const moment = instantOf(`${date}T${time}${zone === undefined ? 'Z' : zone}`);
    return moment === null || zone !== undefined || this.zone === 'UTC' ? moment : this.inZone(moment);
  }

  private get isNumber(): boolean {
    return this.format === 'seconds' || this.format === 'milliseconds';
  }

  private hourOf(values: ReadonlyMap<Part, string>): string {
    if (!values.has('hh')) return (values.get('HH') ?? '0').padStart(2, '0');
    const hour = Number(values.get('hh')) % 12;
    return String(hour + (values.get('A')?.toLowerCase() === 'pm' ? 12 : 0)).padStart(2, '0');
  }

  /** The moment at which clocks of the zone show what was read as UTC. */
  private inZone(shown: Instant): Instant {
    const wanted = Date.parse(shown);
    let moment = wanted;
    // Twice: the first guess may lie on the other side of a change of clocks.
    for (let round = 0; round < 2; round++) moment = wanted - (this.shownAt(moment) - moment);
    return new Date(moment).toISOString();
  }

  private shownAt(moment: number): number {
    const parts = new Map(this.clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return shown + (moment % 1000);
  }
}
