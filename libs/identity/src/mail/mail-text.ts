/** A mail as its writer thinks of it: some paragraphs, and at most one thing to open. */
export interface MailText {
  readonly subject: string;
  readonly before: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
  readonly after: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The same mail for programs that show plain text. */
export function asText({ before, link, after }: MailText): string {
  return `${[...before, ...(link ? [`${link.label}:\n${link.url}`] : []), ...after].join('\n\n')}\n`;
}

/** The same mail for programs that show HTML: the plainest there is. */
export function asHtml({ subject, before, link, after }: MailText): string {
  const paragraph = (text: string): string => `<p>${escape(text)}</p>`;
  const button = link ? [`<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>`, paragraph(link.url)] : [];
  const body = [...before.map(paragraph), ...button, ...after.map(paragraph)].join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>\n<body>\n${body}\n</body></html>\n`;
}
