/** What a community's admins decide about how it works. */
export interface CommunitySettings {
  /** How many first posts of a new member wait for approval; 0 holds none. */
  holdFirstPosts: number;
  /** So many flags by trusted members hide a post until staff decide. */
  flagsToHide: number;
  /** So many stars by trusted members on one answer solve the topic (`READERS`). */
  readersToSolve: number;
  /** A customer's word counts (stars, flags) from this many days after joining, until it counts by the trust put in them. */
  trustedAfterDays: number;
  /** Verified addresses of these domains make new members EMPLOYEE. */
  companyEmailDomains: string[];
  /** Whether people may join by themselves. */
  openToJoin: boolean;
  /** So many of a hundred attempts at asking are shown no suggestions, to compare the others with. */
  holdOutPercent: number;
  /** So many of a hundred attempts and views of topics are asked "Did you find what you needed?". */
  surveyPercent: number;
  /** One of so many views of solved topics is taken for a question that was not asked. */
  solvedViewsPerAnswer: number;
  /** The same of views of other topics. */
  otherViewsPerAnswer: number;
  /** Whether what members search for is kept together with who they are. */
  keepSearchers: boolean;
}

/** What holds where the admins have said nothing. */
export const DEFAULT_SETTINGS: Readonly<CommunitySettings> = {
  holdFirstPosts: 0,
  flagsToHide: 3,
  readersToSolve: 3,
  trustedAfterDays: 7,
  companyEmailDomains: [],
  openToJoin: true,
  holdOutPercent: 5,
  surveyPercent: 10,
  solvedViewsPerAnswer: 5,
  otherViewsPerAnswer: 20,
  keepSearchers: true,
};

/** The settings of a community, the defaults filled in. */
export function effectiveSettings(settings: Partial<CommunitySettings>): CommunitySettings {
  return { ...DEFAULT_SETTINGS, ...settings };
}
