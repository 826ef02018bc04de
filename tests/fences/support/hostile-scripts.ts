import type { Heard } from '#tests/support/web.ts'
import { type Body, type Fields, urlencoded } from './bodies.ts'
import { type Driven, scriptBody, type ScriptPost } from './script-posts.ts'
import { REFUSED } from './stolen.ts'
import { TABLE } from './table.ts'
import { verdictOf } from './verdict.ts'
import type { Hand } from './visits.ts'
import { ROLES, type World } from './world.ts'

type Line = {
  readonly send: (post: Pick<ScriptPost, 'id' | 'to'>, hand: Hand, body: Body) => Promise<Heard>
}

/** One of each kind that a script makes; of the parts the one that has not arrived, since the others are spent. */
export function kindsOf({ made, held }: Driven): readonly ScriptPost[] {
  const kinds = new Map<string, ScriptPost>()
  for (const { post } of made)
    if (post.bytes === undefined)
      kinds.set([post.id, post.page, ...post.fields.map(([name]) => name)].join(' '), post)
  return [...kinds.values(), ...held]
}

/** Everybody to whom the page is not shown that runs the script; a file is sent on by whoever began it alone. */
function thievesOf({ page, bytes, hand }: ScriptPost, { cookies }: World): readonly Hand[] {
  const mine: readonly string[] = bytes === undefined ? (TABLE[page]?.open ?? []) : [hand.name]
  return ROLES.filter((role) => !mine.includes(role)).map((name) => ({ name, cookie: cookies[name] }))
}

/** What the scripts post, from the hands of all others: how many, and what went through. */
export async function stolenScripts(posts: readonly ScriptPost[], world: World, { send }: Line) {
  const passed: string[] = []
  let tried = 0
  for (const post of posts)
    for (const thief of thievesOf(post, world)) {
      tried += 1
      const heard = await send(post, thief, scriptBody(post))
      if (!REFUSED.includes(verdictOf(heard))) passed.push(`${thief.name} ${post.id}: ${heard.status}`)
    }
  return { tried, passed }
}

type Bad = {
  readonly what: string
  readonly to: string
  readonly body: Body
  readonly allowed: readonly number[]
}
type Texts = { readonly hostile: string; readonly long: string; readonly script: string }

/** A place that no page names is nowhere in particular, and told to nobody; a box with another word is not ticked. */
const AS_NOTHING: Readonly<
  Record<string, { readonly hostile: readonly number[]; readonly long: readonly number[] }>
> = {
  'routes/resources/presence place': { hostile: [200], long: [400] },
  'routes/resources/presence leaving': { hostile: [200], long: [200] },
}

function badFields({ id, to, fields }: ScriptPost, { hostile, long, script }: Texts): readonly Bad[] {
  const bad = (what: string, changed: Fields, allowed: readonly number[] = [400]): Bad => ({
    ...{ what, to, body: urlencoded(changed), allowed },
  })
  const withText = (name: string, text: string): Fields =>
    fields.map((one) => (one[0] === name ? [name, text] : one))
  return [
    bad('more', [...fields, ['no-such-field', script]]),
    bad('nothing', []),
    ...fields.flatMap(([name]) => {
      const allowed = AS_NOTHING[`${id} ${name}`] ?? { hostile: [400], long: [400] }
      return [
        bad(`${name} hostile`, withText(name, hostile), allowed.hostile),
        bad(`${name} long`, withText(name, long), allowed.long),
      ]
    }),
  ]
}

function badParts(post: ScriptPost, bytes: Buffer, { script }: Texts): readonly Bad[] {
  const { to } = post
  const octets = (body: Buffer): Body => scriptBody({ ...post, bytes: body })
  const from = to.replace(/[^/]+$/, '')
  const [upload] = from.split(/[^/]+\/$/)
  return [
    { what: 'a form', to, body: urlencoded([['bytes', script]]), allowed: [415] },
    { what: 'no byte', to, body: octets(Buffer.alloc(0)), allowed: [400, 409] },
    { what: 'past the end', to, body: octets(Buffer.concat([bytes, Buffer.from('x')])), allowed: [400, 409] },
    { what: 'too large', to, body: octets(Buffer.alloc(512 * 1024 + 1)), allowed: [413] },
    ...['-1', '1e3', '9'.repeat(20), encodeURIComponent(script)].map((byte) => ({
      ...{ what: `from ${byte}`, to: `${from}${byte}`, body: octets(bytes), allowed: [400, 404, 409] },
    })),
    {
      what: 'of no upload',
      to: `${upload}${encodeURIComponent(script)}/0`,
      body: octets(bytes),
      allowed: [404],
    },
  ]
}

/** By the hand that may: every field and address of what a script posts, filled with what no script of ours makes. */
export async function hostileScripts(posts: readonly ScriptPost[], texts: Texts, { send }: Line) {
  const wrong = { status: [] as string[], raw: [] as string[] }
  let tried = 0
  for (const post of posts) {
    const bad = post.bytes === undefined ? badFields(post, texts) : badParts(post, post.bytes, texts)
    for (const { what, to, body, allowed } of bad) {
      tried += 1
      const heard = await send({ id: post.id, to }, post.hand, body)
      if (!allowed.includes(heard.status)) wrong.status.push(`${post.id} ${what}: ${heard.status}`)
      if (heard.body.includes(texts.script)) wrong.raw.push(`${post.id} ${what}`)
    }
  }
  return { ...wrong, tried }
}
