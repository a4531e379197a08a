import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import { noteRequestId } from './request-ids';

/** Notes for each error of a request in which request it happened, before the error is made into an answer. */
export function requestIdOfErrors(): ApolloServerPlugin<{ readonly requestId: string }> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) noteRequestId(error, contextValue.requestId);
        },
      };
    },
  };
}
