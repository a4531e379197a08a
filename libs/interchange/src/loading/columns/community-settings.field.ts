import type { CommunitySettings } from '@app/community';
import type { RecordFields } from './record-fields';

/** What the record says of how the community works: what it does not say stays out. */
export function settingsOf(fields: RecordFields | null): Partial<CommunitySettings> {
  if (!fields) return {};
  const said: { [Name in keyof CommunitySettings]: CommunitySettings[Name] | null } = {
    holdFirstPosts: fields.int('holdFirstPosts'),
    flagsToHide: fields.int('flagsToHide'),
    readersToSolve: fields.int('readersToSolve'),
    trustedAfterDays: fields.int('trustedAfterDays'),
    companyEmailDomains: fields.texts('companyEmailDomains'),
    openToJoin: fields.flag('openToJoin'),
    holdOutPercent: fields.int('holdOutPercent'),
    surveyPercent: fields.int('surveyPercent'),
    solvedViewsPerAnswer: fields.int('solvedViewsPerAnswer'),
    otherViewsPerAnswer: fields.int('otherViewsPerAnswer'),
    keepSearchers: fields.flag('keepSearchers'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
