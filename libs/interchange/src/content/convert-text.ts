import { IMPORTED_LIMITS } from '../../../community/src/content/content.limits.ts';
import { NOTHING_SHOWN, renderSource, type RenderOutcome } from '../../../community/src/content/source.renderer.ts';
import type { Text } from '../format/record-parts.ts';
import { readHtml } from './html-reader.ts';
import type { Writing } from './inline-run.ts';
import { writeMarkdown } from './markdown-writer.ts';
import { renderedText } from './rendered-text.ts';

/** A text as it is stored, or the sentence that says why it cannot be. */
export type ConvertedText =
  | {
      readonly markdown: string;
      readonly html: string;
      /** Whether a reader sees other words than in the source. */
      readonly differs: boolean;
    }
  | { readonly fault: string };

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** From the most readable Markdown to the one that cannot be misread. */
const WRITINGS: readonly Writing[] = [
  { escapeAll: false, plain: false },
  { escapeAll: true, plain: false },
  { escapeAll: true, plain: true },
];

/** Turns a text of a source into Markdown and safe HTML, both empty where nothing of it is shown. Pure. */
export function convertText({ text, format }: Text, baseUrl?: string): ConvertedText {
  if (text.length > 2 * IMPORTED_LIMITS.length) return { fault: 'The text is longer than 1,000,000 characters.' };
  return format === 'HTML' ? convertHtml(text.toWellFormed(), baseUrl) : convertMarkdown(text.toWellFormed());
}

function convertMarkdown(text: string): ConvertedText {
  const markdown = text.replaceAll('\0', '');
  const outcome = rendered(markdown);
  if ('fault' in outcome) return outcome;
  return { markdown: outcome.html === '' ? '' : markdown, html: outcome.html, differs: false };
}

function convertHtml(html: string, baseUrl?: string): ConvertedText {
  let first: ConvertedText | null = null;
  for (const writing of WRITINGS) {
    const { root, said } = readHtml(html, writing, baseUrl);
    const markdown = writeMarkdown(root);
    const outcome = rendered(markdown);
    if ('fault' in outcome) return outcome;
    const converted = {
      markdown: outcome.html === '' ? '' : markdown,
      html: outcome.html,
      differs: !readsAs(renderedText(outcome.html), said),
    };
    if (!converted.differs) return converted;
    first ??= converted;
  }
  return first ?? { fault: 'The text cannot be read.' };
}

/** Whether two texts read the same; characters that nobody sees make no difference. */
function readsAs(one: string, other: string): boolean {
  return one === other || one.replace(INVISIBLE, '') === other.replace(INVISIBLE, '');
}

/** Whether something may be empty is for those to say who know what it is the text of. */
function rendered(markdown: string): RenderOutcome {
  const outcome = renderSource(markdown, IMPORTED_LIMITS);
  return 'fault' in outcome && outcome.fault === NOTHING_SHOWN ? { html: '' } : outcome;
}
