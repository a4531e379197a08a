/** What people send to become users, get in and out, and look after their credentials. */
export const IDENTITY = {
  REGISTER: 'mutation ($input: RegisterInput!) { register(input: $input) }',
  LOG_IN: 'mutation ($input: LogInInput!) { logIn(input: $input) { token expiresAt user { id email emailVerified } } }',
  LOG_OUT: 'mutation { logOut }',
  VERIFY: 'mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) }',
  REQUEST_VERIFICATION: 'mutation { requestEmailVerification }',
  REQUEST_RESET: 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }',
  RESET: 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }',
  CHANGE: 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { token user { email } } }',
  VIEWER: '{ viewer { email emailVerified } }',
  SESSIONS: '{ viewer { sessions { id userAgent createdAt lastSeenAt expiresAt isCurrent } } }',
  REVOKE_SESSION: 'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { id } }',
  CREATE_KEY: `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
    token apiKey { id name scopes expiresAt revokedAt lastUsedAt actsIn { slug } } } }`,
  KEYS: '{ viewer { apiKeys { id name actsIn { slug } } } }',
  REVOKE_KEY: 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { id revokedAt } }',
  JOIN: 'mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { id handle displayName role } }',
  MEMBERSHIPS: '{ viewer { memberships { community { slug } member { id handle role } } } }',
} as const;
