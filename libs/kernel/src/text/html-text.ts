import { Parser } from 'htmlparser2';

/** Elements that stand within a word or a sentence; all others end it. */
const INLINE = new Set(
  'a abbr b cite code del em font i ins kbd mark s small span strike strong sub sup tt u'.split(' '),
);

/** The text of HTML on one line: without elements, entities as what they mean, words of different blocks apart. */
export function htmlText(html: string): string {
  let text = '';
  const breakAt = (name: string): void => {
    if (!INLINE.has(name)) text += ' ';
  };
  const parser = new Parser({ ontext: (part) => (text += part), onopentagname: breakAt, onclosetag: breakAt });
  parser.end(html);
  return text.replace(/\s+/gu, ' ').trim();
}
