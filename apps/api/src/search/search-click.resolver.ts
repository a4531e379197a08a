import { Args, Extensions, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import { SearchClicksService } from '@app/search';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { RecordSearchClickInput } from './search-click.input';

/** Takes note of what is opened. */
@Resolver()
export class SearchClickResolver {
  constructor(private readonly clicks: SearchClicksService) {}

  @Mutation(() => Boolean, {
    description: 'Says that something which a search found was opened, by whoever looked for it: no login is needed.',
  })
  @Allow('reader')
  @Extensions({ cost: 20 })
  async recordSearchClick(
    @Args('input') input: RecordSearchClickInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<boolean> {
    await this.clicks.record(viewer, RecordSearchClickInput.toClick(input));
    return true;
  }
}
