import { handleFault } from '@app/kernel';
import { assert, property, string } from 'fast-check';
import { suggestedHandles } from './suggested-handles';

describe('suggested handles', () => {
  it('begin with the name itself', () => {
    const [first, second] = suggestedHandles('Ann Smith');
    expect(first).toBe('ann-smith');
    expect(second).toMatch(/^ann-smith-\d$/);
  });

  it('are handles, several of them, whatever the name is', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const handles = [...suggestedHandles(name)];
        expect(handles.length).toBeGreaterThanOrEqual(5);
        for (const handle of handles) expect(handleFault(handle)).toBeNull();
      }),
    );
  });
});
