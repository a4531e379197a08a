import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { VouchesReader, VouchingService, type VouchRow } from '@app/reputation';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { MemberType } from '../members/member.type';
import { VouchConnection } from './vouch.type';
import { VouchesArgs, VouchForInput, WithdrawVouchInput } from './vouching.input';

/** Lets those who speak for the company say whose word counts. */
@Resolver()
export class VouchingResolver {
  constructor(
    private readonly vouching: VouchingService,
    private readonly reader: VouchesReader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => VouchConnection, { description: 'Who vouches for whom, the newest first.' })
  @Allow('vouch')
  vouches(@Args() args: VouchesArgs, @CurrentViewer() viewer: Viewer): Promise<Connection<VouchRow>> {
    return this.reader.list(viewer, pageRequest(args));
  }

  @Mutation(() => MemberType, {
    description: "Vouches for a member: within minutes, their word counts in full, as staff's does.",
  })
  @Allow('vouch')
  async vouchFor(@Args('input') input: VouchForInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    await this.vouching.vouchFor(viewer, input);
    return this.members.load(viewer, input.memberId);
  }

  @Mutation(() => MemberType, {
    description: 'The viewer vouches for a member no longer. When a lead says so, nobody vouches for them any more.',
  })
  @Allow('vouch')
  async withdrawVouch(
    @Args('input') { memberId }: WithdrawVouchInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Member | null> {
    await this.vouching.withdraw(viewer, memberId);
    return this.members.load(viewer, memberId);
  }
}
