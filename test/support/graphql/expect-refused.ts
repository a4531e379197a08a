import type { SampleAnswer, SampleApi } from './sample-api';

/** That a request was turned away, in the one shape of errors, before any resolver ran. */
export function expectRefused(api: SampleApi, answer: SampleAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([status, [code]]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.body.errors?.[0]?.message).toMatch(/^[A-Z][^.]*\.$/);
  expect(answer.text.length).toBeLessThan(400);
  expect(api.ran()).toEqual([]);
}
