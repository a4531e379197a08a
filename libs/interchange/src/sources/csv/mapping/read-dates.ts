import type { Instant } from '../../../format/record-parts';
import { DateFormat } from './date-format';
import type { YamlNode } from './yaml-node';

/** How dates are read: a format, several that are tried in turn, or `{format: …, zone: Europe/Berlin}`. */
export function readDates(node: YamlNode): (text: string) => Instant | null {
  if (node.isMap) node.keys(['format', 'zone']);
  const zone = node.isMap ? (node.at('zone')?.text() ?? 'UTC') : 'UTC';
  const formats = (node.isMap ? node.need('format') : node).list().map((format) => formatOf(format, zone));
  return (text) => {
    for (const format of formats) {
      const moment = format.read(text.trim());
      if (moment !== null) return moment;
    }
    return null;
  };
}

function formatOf(node: YamlNode, zone: string): DateFormat {
  try {
    return new DateFormat(node.text(), zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw node.fault(
      error.message === 'incomplete'
        ? 'A format such as YYYY-MM-DD HH:mm:ss Z belongs here, or seconds, or milliseconds.'
        : `There is no time zone ${zone}. Name one such as UTC or Europe/Berlin.`,
    );
  }
}
