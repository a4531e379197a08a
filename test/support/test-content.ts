import type { StagedContent } from '@app/interchange';

/** Stands for the rendering of a text where a test is about rows, not about HTML. */
export function testContent({ text }: { readonly text: string }): StagedContent {
  return { markdown: text, html: text ? `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>\n` : '' };
}
