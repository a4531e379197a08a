import { Injectable } from '@nestjs/common';
import { effectiveSettings, requirePermission, type Viewer } from '@app/community';
import { windowOf, type Window } from '@app/kernel';
import { DeflectionCountsReader } from './deflection-counts.reader';
import { explicitFigure, modelledFigure, surveyedFigure, type ViewAssumptions } from './deflection-figures';
import type { Figure } from './figure';
import { holdOutOf, type HoldOut } from './hold-out';

/** Which window, and what to assume instead of what the community's settings say. */
export interface DeflectionRequest {
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly solvedViewsPerAnswer?: number | null;
  readonly otherViewsPerAnswer?: number | null;
  readonly spread?: number | null;
}

/** What asking less is known of, in one window. Three figures that say different things and are never added up. */
export interface Deflection extends Window {
  readonly communityId: string;
  readonly explicit: Figure;
  readonly surveyed: Figure;
  readonly modelled: Figure;
  readonly holdOut: HoldOut;
}

const SPREAD = 2;

/** Tells leads how often people found their answer before asking, and how that is known. */
@Injectable()
export class DeflectionService {
  constructor(private readonly counts: DeflectionCountsReader) {}

  async figures(viewer: Viewer, request: DeflectionRequest): Promise<Deflection> {
    requirePermission(viewer, 'lead');
    const window = windowOf(request.from, request.to);
    const counts = await this.counts.read(viewer.communityId, window);
    return {
      communityId: viewer.communityId,
      ...window,
      explicit: explicitFigure(counts),
      surveyed: surveyedFigure(counts),
      modelled: modelledFigure(counts, assumptionsOf(viewer, request)),
      holdOut: holdOutOf(counts),
    };
  }
}

function assumptionsOf(viewer: Viewer, request: DeflectionRequest): ViewAssumptions {
  const settings = effectiveSettings(viewer.community.settings);
  return {
    solvedViewsPerAnswer: request.solvedViewsPerAnswer ?? settings.solvedViewsPerAnswer,
    otherViewsPerAnswer: request.otherViewsPerAnswer ?? settings.otherViewsPerAnswer,
    spread: request.spread ?? SPREAD,
  };
}
