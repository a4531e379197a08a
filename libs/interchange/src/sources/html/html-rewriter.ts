import { Parser } from 'htmlparser2';
import { attributeText, type HtmlElement, type HtmlRule, type HtmlShell } from './html-element';

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Cards and quotes are this deep at most. Whoever nests elements by the thousand shall not make us look at all of them. */
const AROUND = 20;
const ADDRESSES = ['href', 'src'];

interface OpenElement extends HtmlShell {
  inner: string;
}

/**
 * Rewrites what the HTML of a vendor has of its own (cards, quotes, mentions, elements that no browser knows) into plain
 * HTML, before all of it becomes Markdown. Makes nothing safe: that is done to every imported text later.
 */
export class HtmlRewriter {
  /** @param rules the first that is about an element decides */
  constructor(private readonly rules: readonly HtmlRule[]) {}

  rewrite(html: string): string {
    const open: OpenElement[] = [{ name: '', attributes: {}, inner: '' }];
    const add = (text: string) => {
      const last = open.at(-1);
      if (last) last.inner += text;
    };
    const parser = new Parser(
      {
        onopentag: (name, attributes) => open.push({ name, attributes: withScheme(attributes), inner: '' }),
        ontext: add,
        onclosetag: () => {
          const element = open.pop();
          if (element) add(this.written(element, open));
        },
      },
      { decodeEntities: false, recognizeSelfClosing: true, lowerCaseAttributeNames: true },
    );
    parser.end(html);
    return open.map(({ inner }) => inner).join('');
  }

  private written({ name, attributes, inner }: OpenElement, around: readonly OpenElement[]): string {
    const element: HtmlElement = { name, attributes, inner, around: around.slice(-AROUND) };
    for (const rule of this.rules) {
      const becomes = rule(element);
      if (becomes !== null) return becomes;
    }
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${attributeText(value).replace(/"/g, '&quot;')}"`,
    );
    const tag = `<${name}${written.join('')}>`;
    return VOID.has(name) ? tag : `${tag}${inner}</${name}>`;
  }
}

/** Addresses of other hosts with their scheme; those of the site itself are made whole with all other texts. */
function withScheme(attributes: Record<string, string>): Record<string, string> {
  const whole = { ...attributes };
  for (const name of ADDRESSES) {
    if (whole[name]?.startsWith('//')) whole[name] = `https:${whole[name]}`;
  }
  return whole;
}
