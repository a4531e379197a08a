import { SourceFault } from '../sources/source.fault';
import type { SourceText } from './source-text';

/**
 * What a JSON file holds, read as a whole: for files of one thing each.
 * @throws SourceFault where the file breaks or is no JSON
 */
export async function valueOfJson(text: SourceText): Promise<unknown> {
  let json = '';
  for await (const chunk of text.chunks()) json += chunk;
  try {
    return JSON.parse(json);
  } catch {
    throw new SourceFault({ file: text.name }, 'It is not JSON, or it ends in the middle. Fetch it again.');
  }
}
