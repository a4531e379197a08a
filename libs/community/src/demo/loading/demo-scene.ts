import type { Minutes } from '../demo-community.types';

/** One thing that happens in the demo community. */
export interface DemoScene {
  readonly at: Minutes;
  play(): void;
}

/** Scenes of acts, each at the minute of its act. */
export function scenesOf<Act extends { readonly at: Minutes }>(
  acts: readonly (Act | null)[],
  play: (act: Act, index: number) => void,
): DemoScene[] {
  return acts.flatMap((act, index) => (act ? [{ at: act.at, play: () => play(act, index) }] : []));
}
