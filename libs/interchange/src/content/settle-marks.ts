import { TurndownNode } from './turndown-node.ts';

const MARKS = new Set(['STRONG', 'EM', 'DEL']);
const PUNCTUATION = /[\p{P}\p{S}]/u;
const LEADING = /^(?:\\[!-/:-@[-`{-~]|[\p{P}\p{S}\s])+/u;
const TRAILING = /(?:\\[!-/:-@[-`{-~]|[\p{P}\p{S}\s])+$/u;

/**
 * Sees to it that what is marked is read as marked: `**Note:**text` is not, since a closing mark between punctuation
 * and a letter does not close. There the punctuation is put outside, `**Note**:text`; where that does not help, the
 * mark goes and the words stay.
 */
export function settleMarks(parent: TurndownNode): void {
  for (let at = 0; at < parent.childNodes.length; at++) {
    const node = parent.childNodes[at];
    // What takes the place of a mark is looked at in turn: a mark within it, or itself behind what was put outside.
    if (!node) continue;
    const open = MARKS.has(node.nodeName) && !node.attributes['delimiter'];
    if (open) {
      settle(node, parent);
      at--;
    } else settleMarks(node);
  }
}

function settle(node: TurndownNode, parent: TurndownNode): void {
  const free = { before: isFree(node.previousSibling, -1), after: isFree(node.nextSibling, 0) };
  const leading = free.before ? null : cut(node.firstChild, LEADING);
  const trailing = free.after ? null : cut(node.lastChild, TRAILING);
  const holds = (free.before || isInner(node.firstChild, 0)) && (free.after || isInner(node.lastChild, -1));
  const stays = holds && node.textContent.trim() !== '';
  const middle = stays ? [node] : node.childNodes;
  if (leading || trailing || !stays)
    parent.replace(
      node,
      [leading, ...middle, trailing].filter((part) => part !== null),
    );
  // Within a word only `*` marks.
  node.attributes['delimiter'] = (free.before || leading) && (free.after || trailing) ? '_' : '*';
}

/** Whether a mark may stand beside this neighbour with punctuation on its inner side: the end of a line, a space. */
function isFree(neighbour: TurndownNode | null, at: 0 | -1): boolean {
  if (neighbour?.nodeType !== 3) return true;
  const unit = neighbour.data.at(at) ?? ' ';
  return /\s/.test(unit) || PUNCTUATION.test(unit);
}

/** Whether a mark may stand before this (0) or behind it (-1) whatever stands on its outer side. */
function isInner(child: TurndownNode | null, at: 0 | -1): boolean {
  return child?.nodeType === 3 && /[\p{L}\p{M}\p{N}]/u.test(child.data.at(at) ?? '');
}

/** Takes what matches from a text, as a text of its own. */
function cut(text: TurndownNode | null, pattern: RegExp): TurndownNode | null {
  const found = text?.nodeType === 3 ? pattern.exec(text.data) : null;
  if (!text || !found) return null;
  text.data = text.data.replace(pattern, '');
  return TurndownNode.text(found[0]);
}
