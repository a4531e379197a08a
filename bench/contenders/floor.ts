import { createServer } from 'node:http';
import { Pool } from 'pg';
import { GENERATED_COMMUNITY_ID } from '../data/generate-community';
import { SEARCH, searchedFor, SUGGEST } from './floor-search';
import { ready } from './ready';

const C = `'${GENERATED_COMMUNITY_ID}'`;
const MEMBER = `'0190a000-0000-7000-8000-000000000001'`;

const person = (on: string): string =>
  `(SELECT json_build_object('id', m.id, 'handle', m.handle, 'displayName', m.display_name, 'role', m.role)
    FROM members m WHERE m.community_id = ${C} AND m.id = ${on}.author_id)`;

const topic = (
  member: boolean,
  more: string,
): string => `json_build_object('id', t.id, 'code', t.code, 'slug', t.slug, 'title', t.title,
  'kind', t.kind, 'status', t.status, 'resolution', t.resolution, 'answerCount', t.answer_count, 'replyCount', t.reply_count,
  'meTooCount', t.me_too_count, 'followerCount', t.follower_count, 'viewCount', t.view_count, 'createdAt', t.created_at,
  'lastActivityAt', t.last_activity_at, 'author', ${person('t')},
  'products', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') FROM topic_products x
    JOIN products p ON p.community_id = ${C} AND p.id = x.product_id WHERE x.community_id = ${C} AND x.topic_id = t.id),
  'tags', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name)), '[]') FROM topic_tags x
    JOIN tags g ON g.community_id = ${C} AND g.id = x.tag_id WHERE x.community_id = ${C} AND x.topic_id = t.id)${
      member
        ? `, 'viewerHasMeToo', EXISTS (SELECT FROM me_toos x WHERE x.community_id = ${C} AND x.topic_id = t.id AND x.member_id = ${MEMBER}),
  'viewerFollows', EXISTS (SELECT FROM follows x WHERE x.community_id = ${C} AND x.topic_id = t.id AND x.member_id = ${MEMBER})`
        : ''
    }${more})`;

const answers = (
  member: boolean,
): string => `, 'bodyHtml', t.body_html, 'answers', (SELECT json_agg(json_build_object('id', a.id,
  'bodyHtml', a.body_html, 'isOfficial', a.official, 'isSolution', a.solved, 'starCount', a.star_count, 'createdAt', a.created_at,
  'author', ${person('a')}${
    member
      ? `, 'viewerHasStarred', EXISTS (SELECT FROM stars s WHERE s.community_id = ${C} AND s.answer_id = a.id AND s.member_id = ${MEMBER})`
      : ''
  }, 'comments', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'bodyHtml', c.body_html, 'createdAt', c.created_at,
    'author', ${person('c')})), '[]') FROM (SELECT * FROM comments c WHERE c.community_id = ${C} AND c.answer_id = a.id AND c.state = 'VISIBLE'
    ORDER BY c.created_at, c.id LIMIT 3) c)))
  FROM (SELECT * FROM answers a WHERE a.community_id = ${C} AND a.topic_id = t.id AND a.state = 'VISIBLE'
    ORDER BY NOT a.official, NOT a.solved, -a.trusted_star_count, a.created_at, a.id LIMIT 20) a)`;

const LIST = (
  member: boolean,
): string => `SELECT json_agg(${topic(member, '')})::text AS body FROM (SELECT * FROM topics t
  WHERE t.community_id = ${C} AND t.state = 'VISIBLE' AND t.archived_at IS NULL AND t.merged_into_id IS NULL AND t.visibility = 'PUBLIC'
  ORDER BY t.last_activity_at DESC, t.id DESC LIMIT 30) t`;
const PAGE = (member: boolean): string =>
  `SELECT ${topic(member, answers(member))}::text AS body FROM topics t WHERE t.community_id = ${C} AND t.code = $1`;

const pool = new Pool({ connectionString: process.env['BENCH_ADMIN_URL'], max: 10 });

function statementOf({ pathname, searchParams }: URL): { name: string; text: string; values: string[] } {
  const member = searchParams.has('member');
  const typed = searchParams.get('q') ?? '';
  if (pathname === '/search') return { name: 'search', text: SEARCH, values: [searchedFor(typed)] };
  if (pathname === '/suggestions') return { name: 'suggest', text: SUGGEST, values: [searchedFor(typed)] };
  const code = searchParams.get('code');
  return code
    ? { name: `page${member}`, text: PAGE(member), values: [code] }
    : { name: `list${member}`, text: LIST(member), values: [] };
}

/** What the database itself gives: one prepared statement that makes the JSON, no wall, no GraphQL. */
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://floor');
  void pool.query<{ body: string }>(statementOf(url)).then(({ rows }) => {
    response.setHeader('content-type', 'application/json');
    response.end(rows[0]?.body ?? 'null');
  });
});
server.listen(0, '127.0.0.1', () => ready(server.address()));
