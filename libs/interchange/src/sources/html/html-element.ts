/** An element of a text, once all that is in it has been rewritten. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  /** As they are written, with their entities. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, rewritten. */
  readonly inner: string;
  /** Some elements around it, the nearest last, without what is in them. */
  readonly around: readonly HtmlShell[];
}

/** An element without what is in it. */
export type HtmlShell = Pick<HtmlElement, 'name' | 'attributes'>;

/** What an element becomes; null where the rule is not about it. */
export type HtmlRule = (element: HtmlElement) => string | null;

/** Whether an element has a class. */
export function hasClass({ attributes }: HtmlShell, name: string): boolean {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}

/** What a reader sees of HTML, on one line, still as HTML. */
export function visibleText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The value of an attribute as a text in HTML. */
export function attributeText(value: string | undefined): string {
  return (value ?? '').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
