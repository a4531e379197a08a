import { escapeMarkdown } from './escape-markdown.ts';
import type { Mark, Run, Writing } from './inline-run.ts';
import { bareLinks } from './link-text.ts';
import { settleMarks } from './settle-marks.ts';
import { TurndownNode } from './turndown-node.ts';

/** Puts the runs of one line of text below a node: elements for their marks, and what they say as Markdown. */
export function appendRuns(leaf: TurndownNode, runs: readonly Run[], writing: Writing): void {
  let marks: readonly Mark[] = [];
  let path = [leaf];
  runs.flatMap(cutAtBareLinks).forEach((run, index) => {
    const wanted = writing.plain ? run.marks.filter(({ name }) => name === 'A') : run.marks;
    const common = run.before === '\n' ? 0 : commonLength(marks, wanted, run.before === ' ' ? run.spaceMarks : marks);
    path = path.slice(0, common + 1);
    const outer = path[common] ?? leaf;
    if (run.before === '\n') leaf.append(TurndownNode.element('BR'));
    if (run.before === ' ') addText(outer, ' ');
    for (const { name, href } of wanted.slice(common)) {
      path.push((path.at(-1) ?? leaf).append(TurndownNode.element(name, { href, text: '' })));
    }
    marks = wanted;
    addRun(path, run, { ...writing, lineStart: index === 0 || run.before === '\n' });
  });
  settleMarks(leaf);
}

function addRun(path: readonly TurndownNode[], run: Run, place: Writing & { lineStart: boolean }): void {
  const last = path.at(-1);
  const link = path.find(({ nodeName }) => nodeName === 'A');
  if (run.image) {
    last?.append(TurndownNode.element('IMG', { ...run.image }));
  } else if (last) {
    addText(last, last.nodeName === 'CODE' ? run.text : escapeMarkdown(run.text, place));
    if (link) link.attributes['text'] += (run.before && link.firstChild ? ' ' : '') + run.text;
  }
}

function addText(node: TurndownNode, data: string): void {
  if (node.lastChild?.nodeType === 3) node.lastChild.data += data;
  else node.append(TurndownNode.text(data));
}

/** A bare address becomes a link of its own, so that none of its characters is escaped. */
function cutAtBareLinks(run: Run): Run[] {
  if (run.image || run.marks.some(({ name }) => name === 'A' || name === 'CODE')) return [run];
  const stretches = bareLinks(run.text);
  if (stretches.length === 1 && stretches[0]?.href === null) return [run];
  return stretches.map(({ text, href }, index) => ({
    ...run,
    text,
    before: index === 0 ? run.before : '',
    marks: href === null ? run.marks : [...run.marks, { name: 'A', href }],
  }));
}

/** How many marks all three begin with. */
function commonLength(before: readonly Mark[], after: readonly Mark[], between: readonly Mark[]): number {
  const isShared = ({ name, href }: Mark, at: number): boolean =>
    [after[at], between[at]].every((other) => other?.name === name && other.href === href);
  const end = before.findIndex((mark, at) => !isShared(mark, at));
  return end < 0 ? before.length : end;
}
