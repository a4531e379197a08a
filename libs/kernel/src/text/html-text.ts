import { Parser } from 'htmlparser2';

/** Elements that stand within a word or a sentence; all others end it. */
const INLINE = new Set(
  'a abbr b cite code del em font i ins kbd mark s small span strike strong sub sup tt u'.split(' '),
);

/** White space that is not one single space already: what most texts have none of is replaced, and not each space. */
const UNTIDY = /[^\S ]\s*| \s+/g;

/** Gathers the text of one document after the other: making a parser for each costs more than parsing what people write. */
class TextGatherer {
  private text = '';
  private readonly parser = new Parser({
    ontext: (part) => void (this.text += part),
    onopentagname: (name) => this.breakAt(name),
    onclosetag: (name) => this.breakAt(name),
  });

  textOf(html: string): string {
    this.text = '';
    this.parser.parseComplete(html);
    const text = this.text.replace(UNTIDY, ' ').trim();
    this.text = '';
    return text;
  }

  private breakAt(name: string): void {
    if (!INLINE.has(name)) this.text += ' ';
  }
}

const gatherer = new TextGatherer();

/** The text of HTML on one line: without elements, entities as what they mean, words of different blocks apart. */
export function htmlText(html: string): string {
  return gatherer.textOf(html);
}
